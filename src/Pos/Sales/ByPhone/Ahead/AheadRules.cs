using System.Globalization;
using Tourism.Kernel;
using Tourism.Pos.Payments;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales.ByPhone.Ahead;

/// <summary>Why a party is not sold to, or not yet. Each is a sentence of the texts.</summary>
internal enum AheadProblem
{
    /// <summary>No whole number, or one that is too high.</summary>
    Number,

    /// <summary>Nobody is to be let in.</summary>
    Nobody,

    /// <summary>A group, which pays less at the counter.</summary>
    Group,

    /// <summary>Less than a payment page takes, for example children who are free.</summary>
    Little,

    /// <summary>The price is another one than was shown.</summary>
    Changed,

    /// <summary>The date is another one than was shown.</summary>
    Day,

    /// <summary>The form was used for another party, or its time is over.</summary>
    Used,

    /// <summary>The site does not sell this.</summary>
    Refused,
}

/// <summary>A party that may buy, with its price; or why not.</summary>
internal sealed record AheadParty(IReadOnlyList<LineRequest> Lines, QuoteView? Quote, AheadProblem? Problem);

/// <summary>
/// Who may buy ahead: people at full price and people who are free for everybody. Reductions, groups and school trips need somebody at a counter who looks.
/// </summary>
internal static class AheadRules
{
    private const int Most = 99;

    public static int MostOfEach(int? groupFrom) => groupFrom is { } from ? Math.Clamp(from - 1, 1, Most) : Most;

    /// <summary>What may be bought; empty where nobody is admitted or nothing is paid.</summary>
    public static IReadOnlyList<ProductView> Categories(SiteView site)
    {
        var admissions = site.Products.Where(product => product is { Kind: ProductKind.Admission, Price: not null })
            .Select(product => product with { Price = Price(site, [new LineRequest(product.Code, 1)])?.Total }).ToList();
        return admissions.Exists(product => product.Price > Yen.Zero) ? admissions : [];
    }

    /// <summary>How many people a field says; <c>null</c> when that is no whole number.</summary>
    public static int? People(string typed) => typed.Trim() is { Length: > 0 } text
        ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? people : null
        : 0;

    /// <summary>Reads the numbers that were typed, by category.</summary>
    public static AheadParty Read(AheadOffer offer, IReadOnlyDictionary<string, string> typed)
    {
        var lines = new List<LineRequest>();
        foreach (var category in offer.Categories)
        {
            if (People(typed.GetValueOrDefault(category.Code, "")) is not { } people)
                return Not(AheadProblem.Number);
            if (people > offer.MostOfEach)
                return Not(offer.GroupFrom is null ? AheadProblem.Number : AheadProblem.Group);
            if (people > 0)
                lines.Add(new LineRequest(category.Code, people));
        }

        return lines.Count == 0 ? Not(AheadProblem.Nobody) : Priced(offer.Site, lines);
    }

    /// <summary>The calculator of the tills knows who is a group: it finds the cheapest legal price.</summary>
    private static AheadParty Priced(SiteView site, List<LineRequest> lines) => Price(site, lines) switch
    {
        null => Not(AheadProblem.Refused),
        { Tier: not null } => Not(AheadProblem.Group),
        var quote when quote.Total < StartPayment.Least => Not(AheadProblem.Little),
        var quote => new AheadParty(lines, quote, null),
    };

    private static QuoteView? Price(SiteView site, IReadOnlyList<LineRequest> lines)
    {
        var priced = Calculator.Price(site, lines);
        return priced.Ok ? priced.Value : null;
    }

    private static AheadParty Not(AheadProblem problem) => new([], null, problem);
}
