namespace Tourism.Pos.Shared.Codes;

/// <summary>Recognises what a customer's app shows for a shop to scan (consumer-presented mode): base64 of BER-TLV whose first field names its format.</summary>
public static class CustomerCode
{
    /// <summary>85 05 "CPV01", as far as whole base64 characters go.</summary>
    private const string Emv = "hQVDUFYwMW";

    /// <summary>85 05 "JPQR".</summary>
    private const string Jpqr = "hQVKUFFS";

    /// <summary>Whose format it is. It says nothing of who pays: only the acquirer can read and charge it.</summary>
    /// <param name="text">As scanned; blanks around it do not matter.</param>
    public static CustomerCodeKind KindOf(string? text)
    {
        var code = text.AsSpan().Trim();
        return code.StartsWith(Jpqr, StringComparison.Ordinal) ? CustomerCodeKind.Jpqr
            : code.StartsWith(Emv, StringComparison.Ordinal) ? CustomerCodeKind.Emv
            : CustomerCodeKind.None;
    }
}

/// <summary>Formats of codes that customers show.</summary>
public enum CustomerCodeKind
{
    /// <summary>Something else: a ticket, a points card, a barcode.</summary>
    None,

    /// <summary>EMVCo consumer-presented mode.</summary>
    Emv,

    /// <summary>JPQR consumer-presented mode.</summary>
    Jpqr,
}
