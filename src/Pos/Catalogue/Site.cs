using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

/// <summary>A place that sells or admits.</summary>
internal sealed class Site : IVersioned
{
    public long Seq { get; private set; }

    /// <summary>Number inside ticket codes; given once and never reused.</summary>
    public required int No { get; init; }

    public required string Code { get; init; }

    public required LocalText Name { get; set; }

    public SiteKind Kind { get; init; }

    /// <summary>Stays for good, because receipts of old days name it; what the issuer is called may change from a day on.</summary>
    public required string Issuer { get; init; }

    public long Version { get; private set; }

    public List<Place> Places { get; init; } = [];

    public List<Product> Products { get; init; } = [];

    public List<Tariff> Tariffs { get; init; } = [];

    /// <summary>A till or gate that is in use.</summary>
    public bool Offers(PlaceKind kind, string place) => Places.Exists(one => one.Kind == kind && one.Code == place && one.RetiredAt is null);

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
