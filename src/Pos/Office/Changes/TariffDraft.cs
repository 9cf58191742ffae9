using System.Globalization;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Office.Changes;

/// <summary>A price list while it is being made from another.</summary>
/// <param name="copied">The list it is made from.</param>
public sealed class TariffDraft(TariffRowView copied)
{
    /// <summary>Code of the new list.</summary>
    public string Code { get; set; } = "";

    /// <summary>Its names.</summary>
    public LocalText Name { get; set; } = copied.Name;

    /// <summary>First day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day; open without one.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Where it stands.</summary>
    public string Article { get; set; } = "";

    /// <summary>Amounts as typed: product and least headcount of the tier, 0 for one person.</summary>
    public Dictionary<(string Product, int People), string> Amounts { get; } = copied.Prices
        .SelectMany(price => (price.Groups ?? []).Select(group => (Key: (price.Product, group.From), group.Price)).Prepend((Key: (price.Product, 0), Price: price.Single)))
        .ToDictionary(price => price.Key, price => price.Price.Amount.ToString(CultureInfo.InvariantCulture));

    /// <summary>Nothing is missing and every amount is a number.</summary>
    public bool Complete => Code.Length > 0 && From is not null && Article.Trim().Length > 0 && Amounts.Values.All(typed => long.TryParse(typed, CultureInfo.InvariantCulture, out _));

    /// <summary>As it is sent.</summary>
    public TariffRequest Request => new(
        copied.Code, Name, From!.Value, To, Article,
        [.. copied.Prices.Select(price => new TariffPriceView(price.Product, Yen(price.Product, 0), price.Groups?.Select(group => new GroupPriceView(group.From, Yen(price.Product, group.From))).ToList()))]);

    private Yen Yen(string product, int people) => new(long.Parse(Amounts[(product, people)], CultureInfo.InvariantCulture));
}
