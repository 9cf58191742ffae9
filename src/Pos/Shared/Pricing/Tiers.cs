using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>Which group tier a party pays. People who are not there never count, even where one more would make the party cheaper.</summary>
internal static class Tiers
{
    /// <summary>Place of the single price among the tiers.</summary>
    public const int Single = -1;

    /// <summary>The tier staff chose, if it is legal; otherwise the cheapest legal one. Its place in the tariff's list, or <see cref="Single"/>.</summary>
    public static Result<int> Choose(PriceBook book, IReadOnlyList<Item> items, BasketTerms? terms) =>
        terms?.Tier is { } wanted ? Chosen(book, items, terms, wanted) : Cheapest(book, items, LegalUpTo(book, items, terms));

    /// <summary>True when only the school-trip rule gives a party this tier.</summary>
    public static bool IsBySchoolTrip(PriceBook book, IReadOnlyList<Item> items, int tier) =>
        tier != Single && book.Tiers[tier].From > Heads(items, book.Site.Tariff!.Counts);

    private static Result<int> Chosen(PriceBook book, IReadOnlyList<Item> items, BasketTerms terms, int wanted)
    {
        if (Reason.Wrong(terms) is { } wrong)
            return wrong;
        if (wanted == 0)
            return Single;
        for (var tier = 0; tier < book.Tiers.Count; tier++)
        {
            if (book.Tiers[tier].From == wanted)
                return wanted <= LegalUpTo(book, items, terms) ? tier : new TierNotReached(wanted, Heads(items, book.Site.Tariff!.Counts), "terms.tier");
        }

        return new UnknownTier(wanted, book.Site.Code, "terms.tier");
    }

    private static int Cheapest(PriceBook book, IReadOnlyList<Item> items, int legalUpTo)
    {
        var best = Single;
        for (var tier = 0; tier < book.Tiers.Count; tier++)
        {
            if (book.Tiers[tier].From <= legalUpTo && Total(book, items, tier) < Total(book, items, best))
                best = tier;
        }

        return best;
    }

    /// <summary>Greatest <see cref="TierView.From"/> the party may have.</summary>
    private static int LegalUpTo(PriceBook book, IReadOnlyList<Item> items, BasketTerms? terms) => book.Site.Tariff is not { } tariff
        ? 0
        : Math.Max(Heads(items, tariff.Counts), terms is { SchoolTrip: true } ? tariff.SchoolTripTier ?? 0 : 0);

    private static int Heads(IReadOnlyList<Item> items, TierCountView counts)
    {
        var heads = 0;
        foreach (var item in items)
            heads += item.IsAdmission && Counts(item, counts) ? item.Line.Quantity : 0;
        return heads;
    }

    private static bool Counts(Item item, TierCountView counts) => item switch
    {
        { Offer.IsFreeForAll: true } => counts.Preschool,
        { Reduction.Percent: Reductions.Free } => counts.Free,
        { Reduction: not null } => counts.Reduced,
        _ => true,
    };

    private static Yen Total(PriceBook book, IReadOnlyList<Item> items, int tier)
    {
        var total = Yen.Zero;
        foreach (var item in items)
            total += item.IsAdmission ? Admissions.Price(book, item, tier) * item.Line.Quantity : Yen.Zero;
        return total;
    }
}
