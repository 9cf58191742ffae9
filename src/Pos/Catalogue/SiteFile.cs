using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

internal sealed record SiteFile(
    int No, string Code, SiteKind Kind, string Issuer, LocalText Name,
    IReadOnlyList<PlaceFile> Tills, IReadOnlyList<PlaceFile> Gates, IReadOnlyList<ProductFile> Products, IReadOnlyList<TariffFile>? Tariffs = null,
    string? Source = null, bool Illustrative = false)
{
    public Site ToRow() => new()
    {
        No = No,
        Code = Code,
        Kind = Kind,
        Issuer = Issuer,
        Name = Name,
        Places = [.. Tills.Select(till => till.ToRow(PlaceKind.Till)), .. Gates.Select(gate => gate.ToRow(PlaceKind.Gate))],
        Products = [.. Products.Select(product => product.ToRow())],
        Tariffs = [.. (Tariffs ?? []).Select(tariff => tariff.ToRow())],
    };
}

internal sealed record PlaceFile(string Code, LocalText Name)
{
    public Place ToRow(PlaceKind kind) => new() { Kind = kind, Code = Code, Name = Name };
}

internal sealed record ProductFile(
    int No, string Code, ProductKind Kind, string TaxClass, LocalText Name, IReadOnlyList<PriceFile>? Prices = null, string? Kana = null,
    string? EatInTaxClass = null, IReadOnlyList<string>? Admits = null, string? Source = null, bool Illustrative = false,
    ReentryRule? Reentry = null)
{
    public Product ToRow() => new()
    {
        No = No,
        Code = Code,
        Kind = Kind,
        TaxClass = TaxClass,
        Name = Name,
        Kana = Kana,
        EatInTaxClass = EatInTaxClass,
        Admits = Admits is { Count: > 0 } ? string.Join(' ', Admits) : null,
        Reentry = Reentry,
        Prices = [.. (Prices ?? []).Select(price => new Price { From = price.From, To = price.To, Amount = price.Yen })],
    };
}

internal sealed record PriceFile(DateOnly From, Yen Yen, DateOnly? To = null);
