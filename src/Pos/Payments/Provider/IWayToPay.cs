namespace Tourism.Pos.Payments;

/// <summary>How one kind of payment is talked about with the provider.</summary>
internal interface IWayToPay
{
    PaymentMethod Method { get; }

    /// <summary>The next question for a payment as it stands now, and its answer.</summary>
    /// <param name="payment">Read under its lease.</param>
    /// <param name="hint">Id of an object that a webhook spoke of before our own request was answered.</param>
    /// <param name="ct">Ends with the host.</param>
    Task<StripeAnswer> AskAsync(Payment payment, string? hint, CancellationToken ct);

    /// <summary>The object with this id, whichever attempt made it; <c>null</c> when such ids are not of this kind.</summary>
    Task<StripeAnswer>? LookAt(string id, CancellationToken ct);
}
