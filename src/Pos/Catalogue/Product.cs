using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

/// <summary>Something a site sells.</summary>
internal sealed class Product : IVersioned
{
    public long Seq { get; private set; }

    /// <summary>Number inside ticket codes; given once per site and never reused. Also the order of the till's keys.</summary>
    public required int No { get; init; }

    public required string Code { get; init; }

    public required LocalText Name { get; set; }

    public ProductKind Kind { get; init; }

    public required string TaxClass { get; set; }

    /// <summary>Reading, for searching; hiragana.</summary>
    public string? Kana { get; set; }

    /// <summary>Tax class when it is eaten on the spot; <c>null</c> when that makes no difference.</summary>
    public string? EatInTaxClass { get; set; }

    /// <summary>Codes of the sites it admits to, with spaces between; <c>null</c> for its own site.</summary>
    public string? Admits { get; set; }

    /// <summary>Whether who went out may come in again; <c>null</c> for no second entry.</summary>
    public ReentryRule? Reentry { get; set; }

    /// <summary>First day it is sold; <c>null</c> for as long as anybody remembers.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>First day it is no longer sold. Its row stays, because its number stands in tickets and its code in sales.</summary>
    public DateOnly? StopsOn { get; set; }

    public long Version { get; private set; }

    /// <summary>Prices outside a tariff.</summary>
    public List<Price> Prices { get; init; } = [];

    /// <summary>The price on <paramref name="day"/> as the issuer prices: the latest list that has begun and not ended.</summary>
    public Yen? PriceOn(DateOnly day) => PriceHolding(day)?.Amount;

    /// <summary>The price that holds on <paramref name="day"/>, or would without <paramref name="besides"/>.</summary>
    public Price? PriceHolding(DateOnly day, Price? besides = null) => Prices
        .Where(price => price != besides && price.From <= day && (price.To is null || day <= price.To))
        .MaxBy(price => price.From);

    public bool IsSoldOn(DateOnly day) => (StartsOn is null || StartsOn <= day) && (StopsOn is null || day < StopsOn);

    internal sealed class Mapping : IEntityTypeConfiguration<Product>
    {
        public void Configure(EntityTypeBuilder<Product> product)
        {
            product.ToTable("pos_product");
            product.HasKey(row => row.Seq);
            product.Property<long>("SiteSeq");
            product.HasIndex("SiteSeq", nameof(Code)).IsUnique();
            product.HasIndex("SiteSeq", nameof(No)).IsUnique();
            product.ComplexProperty(row => row.Name);
            product.HasMany(row => row.Prices).WithOne().HasForeignKey("ProductSeq").IsRequired();
        }
    }
}
