namespace Tourism.Pos.Payments;

/// <summary>How a question to the provider ended.</summary>
internal abstract record StripeAnswer
{
    /// <summary>The object as it is now.</summary>
    public sealed record Seen(ProviderFacts Facts) : StripeAnswer;

    /// <summary>Refused for good: the provider did not act and never will on this request.</summary>
    public sealed record Refused(string Reason) : StripeAnswer;

    /// <summary>Nobody knows whether the provider acted.</summary>
    public sealed record Unclear(string Reason) : StripeAnswer;

    /// <summary>The provider has no such object.</summary>
    public sealed record Missing : StripeAnswer;

    /// <summary>The provider saw the key with another request.</summary>
    public sealed record KeyReused : StripeAnswer;
}
