using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Till.Sales;

/// <summary>The price beside the basket, counted on this device by the rules the server counts with.</summary>
/// <param name="View">The price; <c>null</c> for an empty basket and for one that cannot be sold.</param>
/// <param name="Failure">Why it cannot be sold.</param>
internal sealed record LiveQuote(QuoteView? View = null, Failure? Failure = null)
{
    public Yen Total => View?.Total ?? Yen.Zero;

    public static LiveQuote Of(SiteView site, IReadOnlyList<LineRequest> lines, BasketTerms? terms = null)
    {
        if (lines.Count == 0)
            return new LiveQuote();
        var priced = Calculator.Price(site, lines, terms);
        return priced.Ok ? new LiveQuote(priced.Value) : new LiveQuote(Failure: priced.Failure);
    }

    public Problem? ProblemIn(string language) =>
        Failure is null ? null : new Problem(ProblemKind.Refused, language == Language.Ja ? Failure.Ja : Failure.En, Failure.Field);
}
