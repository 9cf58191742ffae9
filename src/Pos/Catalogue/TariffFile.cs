using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

/// <summary>A price list for admissions with the rules it came with. It is adopted as a whole and never changed, only followed by another.</summary>
/// <param name="Event">Its days go before the regular list's.</param>
/// <param name="Follows">The list that ends because of this one, and when it would have ended.</param>
internal sealed record TariffFile(
    string Code, LocalText Name, DateOnly From, IReadOnlyList<TariffPriceFile> Prices, TierCountView Counts, ReductionBase ReductionOf, string Article,
    string Source, DateOnly? To = null, bool Event = false, IReadOnlyList<TierView>? Tiers = null, int? SchoolTripTier = null,
    IReadOnlyList<ReductionView>? Reductions = null, bool Illustrative = false, FollowedFile? Follows = null)
{
    public Tariff ToRow() => new() { Code = Code, From = From, To = To, Document = JsonSerializer.Serialize(this, Json.Options) };

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    public TariffPriceFile? PriceOf(string product) => Prices.FirstOrDefault(price => price.Product == product);

    public TariffView ToView() =>
        new(Code, Name, Event, Tiers ?? [], Counts, ReductionOf, SchoolTripTier, Reductions ?? [], Article, Illustrative);
}

/// <param name="Product">Product code.</param>
/// <param name="Single">For one person.</param>
/// <param name="Groups">By the least headcount of the tier; left out where a category has no group prices.</param>
internal sealed record TariffPriceFile(string Product, Yen Single, IReadOnlyDictionary<int, Yen>? Groups = null)
{
    public IReadOnlyList<GroupPriceView>? ToGroupPrices() =>
        Groups is null ? null : [.. Groups.OrderBy(group => group.Key).Select(group => new GroupPriceView(group.Key, group.Value))];
}

/// <param name="Code">The list that was in force.</param>
/// <param name="To">Its last day before it was followed.</param>
internal sealed record FollowedFile(string Code, DateOnly? To);
