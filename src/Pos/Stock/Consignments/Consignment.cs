using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock.Consignments;

/// <summary>From a day on a product is a supplier's. Terms never change; they end, and others begin.</summary>
internal sealed class Consignment : IVersioned
{
    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required string RequestHash { get; init; }

    public required string Site { get; init; }

    public required string Product { get; init; }

    public required string Supplier { get; init; }

    /// <summary>The supplier's share of what was paid.</summary>
    public required int Percent { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day; the day before <see cref="From"/> when the terms were taken back.</summary>
    public DateOnly? To { get; set; }

    public long Version { get; private set; }

    public ConsignmentView View => new(Id, Product, Percent, From, To);

    private DateOnly Last => To ?? DateOnly.MaxValue;

    /// <summary>Both hold on some day; terms that were taken back hold on none.</summary>
    public bool Overlaps(Consignment other) => From <= Last && other.From <= other.Last && From <= other.Last && other.From <= Last;

    public bool Holds(DateOnly day) => From <= day && (To is null || day <= To);

    internal sealed class Mapping : IEntityTypeConfiguration<Consignment>
    {
        public void Configure(EntityTypeBuilder<Consignment> terms)
        {
            terms.ToTable("pos_consignment");
            terms.HasKey(row => row.Seq);
            terms.HasIndex(row => row.Id).IsUnique();
            terms.HasIndex(row => new { row.Site, row.Supplier });
            terms.HasIndex(row => new { row.Site, row.Product });
            terms.Property(row => row.RequestHash).HasMaxLength(64).IsFixedLength();
            terms.Ignore(row => row.View);
        }
    }
}
