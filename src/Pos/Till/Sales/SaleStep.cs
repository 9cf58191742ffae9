namespace Tourism.Pos.Till.Sales;

/// <summary>Where the sale at a till stands.</summary>
public enum SaleStep
{
    /// <summary>Being rung up; nothing has been written.</summary>
    Ringing,

    /// <summary>Being written, or on its way.</summary>
    Sending,

    /// <summary>No answer to a sale whose money is not taken: the same sale must be sent again.</summary>
    Unsent,

    /// <summary>The visitor pays on their own phone.</summary>
    Paying,

    /// <summary>Sold.</summary>
    Done,
}
