using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

/// <summary>Something a site sells.</summary>
internal sealed class Product
{
    public long Seq { get; private set; }

    /// <summary>Number inside ticket codes; given once per site and never reused. Also the order of the till's keys.</summary>
    public required int No { get; init; }

    public required string Code { get; init; }

    public required LocalText Name { get; init; }

    public ProductKind Kind { get; init; }

    public required string TaxClass { get; init; }

    /// <summary>Reading, for searching; hiragana.</summary>
    public string? Kana { get; init; }

    /// <summary>Tax class when it is eaten on the spot; <c>null</c> when that makes no difference.</summary>
    public string? EatInTaxClass { get; init; }

    /// <summary>Codes of the sites it admits to, with spaces between; <c>null</c> for its own site.</summary>
    public string? Admits { get; init; }

    /// <summary>Whether who went out may come in again; <c>null</c> for no second entry.</summary>
    public ReentryRule? Reentry { get; init; }

    /// <summary>Prices outside a tariff.</summary>
    public List<Price> Prices { get; init; } = [];

    /// <summary>The price on <paramref name="day"/> as the issuer prices: the latest list that has begun and not ended.</summary>
    public Yen? PriceOn(DateOnly day) => Prices
        .Where(price => price.From <= day && (price.To is null || day <= price.To))
        .MaxBy(price => price.From)?.Amount;

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

/// <summary>A price and the days it holds for.</summary>
internal sealed class Price
{
    public long Seq { get; private set; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    public required Yen Amount { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Price>
    {
        public void Configure(EntityTypeBuilder<Price> price)
        {
            price.ToTable("pos_price");
            price.HasKey(row => row.Seq);
            price.Property<long>("ProductSeq");
            price.HasIndex("ProductSeq", nameof(From)).IsUnique();
        }
    }
}

/// <summary>A consumption tax rate and the day it begins.</summary>
internal sealed class TaxRate
{
    public long Seq { get; private set; }

    public required string Class { get; init; }

    public required DateOnly From { get; init; }

    public required int Percent { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TaxRate>
    {
        public void Configure(EntityTypeBuilder<TaxRate> rate)
        {
            rate.ToTable("pos_tax_rate");
            rate.HasKey(row => row.Seq);
            rate.HasIndex(row => new { row.Class, row.From }).IsUnique();
        }
    }
}
