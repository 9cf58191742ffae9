using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;

namespace Tourism.Pos.Refunds;

/// <summary>Part of a sale's line taken back.</summary>
internal sealed class RefundLine
{
    public long Seq { get; private set; }

    /// <summary>Its place in the request.</summary>
    public required int No { get; init; }

    /// <summary>Number of the sale's line.</summary>
    public required int Line { get; init; }

    public required int Quantity { get; init; }

    /// <summary>Given back for it, after its share of a discount.</summary>
    public required Yen Amount { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RefundLine>
    {
        public void Configure(EntityTypeBuilder<RefundLine> line)
        {
            line.ToTable("pos_refund_line");
            line.HasKey(row => row.Seq);
            line.Property<long>("RefundSeq");
            line.HasIndex("RefundSeq", nameof(Line)).IsUnique();
        }
    }
}

/// <summary>Tax of one rate taken off with a refund.</summary>
internal sealed class RefundTax
{
    public long Seq { get; private set; }

    public required int Percent { get; init; }

    public required Yen Total { get; init; }

    public required Yen Tax { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RefundTax>
    {
        public void Configure(EntityTypeBuilder<RefundTax> tax)
        {
            tax.ToTable("pos_refund_tax");
            tax.HasKey(row => row.Seq);
            tax.Property<long>("RefundSeq");
            tax.HasIndex("RefundSeq", nameof(Percent)).IsUnique();
        }
    }
}
