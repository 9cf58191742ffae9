using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

/// <summary>A place that sells or admits.</summary>
internal sealed class Site
{
    public long Seq { get; private set; }

    /// <summary>Number inside ticket codes; given once and never reused.</summary>
    public required int No { get; init; }

    public required string Code { get; init; }

    public required LocalText Name { get; init; }

    public SiteKind Kind { get; init; }

    public required string Issuer { get; init; }

    public List<Place> Places { get; init; } = [];

    public List<Product> Products { get; init; } = [];

    public List<Tariff> Tariffs { get; init; } = [];

    /// <summary>The price list of <paramref name="day"/>; an event's goes before the regular one.</summary>
    public TariffFile? TariffOn(DateOnly day) => Tariffs
        .Where(tariff => tariff.From <= day && (tariff.To is null || day <= tariff.To))
        .Select(tariff => tariff.Read()).OrderByDescending(tariff => tariff.Event).ThenByDescending(tariff => tariff.From).FirstOrDefault();

    internal sealed class Mapping : IEntityTypeConfiguration<Site>
    {
        public void Configure(EntityTypeBuilder<Site> site)
        {
            site.ToTable("pos_site");
            site.HasKey(row => row.Seq);
            site.HasIndex(row => row.Code).IsUnique();
            site.HasIndex(row => row.No).IsUnique();
            site.ComplexProperty(row => row.Name);
            site.HasMany(row => row.Places).WithOne().HasForeignKey("SiteSeq").IsRequired();
            site.HasMany(row => row.Products).WithOne().HasForeignKey("SiteSeq").IsRequired();
            site.HasMany(row => row.Tariffs).WithOne().HasForeignKey("SiteSeq").IsRequired();
        }
    }
}

/// <summary>Whether a place sells or admits.</summary>
internal enum PlaceKind
{
    Till,
    Gate,
}

/// <summary>A till or a gate of a site.</summary>
internal sealed class Place
{
    public long Seq { get; private set; }

    public required PlaceKind Kind { get; init; }

    public required string Code { get; init; }

    public required LocalText Name { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Place>
    {
        public void Configure(EntityTypeBuilder<Place> place)
        {
            place.ToTable("pos_place");
            place.HasKey(row => row.Seq);
            place.HasIndex(row => new { row.Kind, row.Code }).IsUnique();
            place.ComplexProperty(row => row.Name);
        }
    }
}
