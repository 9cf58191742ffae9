using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock.Consignments;

/// <summary>What a supplier was settled with, line by line. What comes later comes into a later one.</summary>
internal sealed class Settlement
{
    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required string RequestHash { get; init; }

    public required string Site { get; init; }

    public required string Supplier { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required Yen Total { get; init; }

    /// <summary>How many of <see cref="Lines"/> there are, so that lists need not count them.</summary>
    public required int LineCount { get; init; }

    public required DateTime SettledAt { get; init; }

    public required string By { get; init; }

    public List<SettledLine> Lines { get; init; } = [];

    public SettlementView View => new(Id, Supplier, From, To, LineCount, Total, SettledAt, By);

    internal sealed class Mapping : IEntityTypeConfiguration<Settlement>
    {
        public void Configure(EntityTypeBuilder<Settlement> settlement)
        {
            settlement.ToTable("pos_supplier_settlement");
            settlement.HasKey(row => row.Seq);
            settlement.HasIndex(row => row.Id).IsUnique();
            settlement.HasIndex(row => new { row.Site, row.Supplier });
            settlement.Property(row => row.RequestHash).HasMaxLength(64).IsFixedLength();
            settlement.Ignore(row => row.View);
            settlement.HasMany(row => row.Lines).WithOne().HasForeignKey("SettlementSeq").IsRequired();
        }
    }
}

/// <summary>One line of a sale or of a refund: covered once for ever.</summary>
internal sealed class SettledLine
{
    public long Seq { get; private set; }

    /// <summary>The sale, or the refund.</summary>
    public required Guid Source { get; init; }

    /// <summary>Number of the sale's line.</summary>
    public required int Line { get; init; }

    public required bool IsRefund { get; init; }

    /// <summary>Terms it was settled under.</summary>
    public required Guid Terms { get; init; }

    public required DateOnly Date { get; init; }

    public required string Product { get; init; }

    public required Yen Amount { get; init; }

    public required int Percent { get; init; }

    public required Yen Due { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SettledLine>
    {
        public void Configure(EntityTypeBuilder<SettledLine> line)
        {
            line.ToTable("pos_supplier_settlement_line");
            line.HasKey(row => row.Seq);
            line.Property<long>("SettlementSeq");
            line.HasIndex(row => new { row.Source, row.Line }).IsUnique();
            line.HasIndex(row => row.Terms);
        }
    }
}
