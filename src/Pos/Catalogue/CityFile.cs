using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

/// <summary>Shape of a city's <c>catalogue.json</c>. <c>source</c> and <c>illustrative</c> say where a figure comes from and whether it is real.</summary>
internal sealed record CityFile(string Source, LocalText City, IReadOnlyList<TaxRateFile> TaxRates, IReadOnlyList<IssuerFile> Issuers, IReadOnlyList<SiteFile> Sites);

internal sealed record TaxRateFile(string Class, DateOnly From, int Percent, string Source);

internal sealed record IssuerFile(string Code, LocalText Name, string? RegistrationNumber, Rounding Rounding, bool Illustrative = false)
{
    public Issuer ToRow() => new() { Code = Code, Name = Name, RegistrationNumber = RegistrationNumber, Rounding = Rounding };
}

internal sealed record SiteFile(
    int No, string Code, SiteKind Kind, string Issuer, LocalText Name,
    IReadOnlyList<PlaceFile> Tills, IReadOnlyList<PlaceFile> Gates, IReadOnlyList<ProductFile> Products, bool Illustrative = false)
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
    };
}

internal sealed record PlaceFile(string Code, LocalText Name)
{
    public Place ToRow(PlaceKind kind) => new() { Kind = kind, Code = Code, Name = Name };
}

internal sealed record ProductFile(int No, string Code, ProductKind Kind, string TaxClass, LocalText Name, IReadOnlyList<PriceFile> Prices)
{
    public Product ToRow() => new()
    {
        No = No,
        Code = Code,
        Kind = Kind,
        TaxClass = TaxClass,
        Name = Name,
        Prices = [.. Prices.Select(price => new Price { From = price.From, To = price.To, Amount = new Yen(price.Yen) })],
    };
}

internal sealed record PriceFile(DateOnly From, long Yen, DateOnly? To = null);
