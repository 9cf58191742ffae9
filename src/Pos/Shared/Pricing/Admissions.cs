using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>What one person pays.</summary>
internal static class Admissions
{
    public static Yen Price(PriceBook book, Item item, int tier)
    {
        var party = item.Offer.PriceIn(tier);
        return item.Reduction is { } reduction
            ? Reductions.Apply(reduction, book.Site.Tariff!.ReductionOf, item.Offer.PriceIn(Tiers.Single), party)
            : party;
    }

    /// <summary>Says why the price is not simply the single price. Never who a reduction is for: receipts are shown around.</summary>
    public static LocalText? Why(PriceBook book, Item item, int tier, bool schoolTrip)
    {
        var (paid, party) = (Price(book, item, tier), item.Offer.PriceIn(tier));
        if (item.Reduction is { } reduction && paid < party)
            return Reasons.Reduced(reduction.Percent);
        if (tier != Tiers.Single && party != item.Offer.PriceIn(Tiers.Single))
            return schoolTrip ? Reasons.SchoolTrip : book.Tiers[tier].Name;
        return book.Site.Tariff is { Event: true } tariff && paid != Yen.Zero ? tariff.Name : null;
    }
}
