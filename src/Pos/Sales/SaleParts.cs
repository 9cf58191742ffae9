using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>One product of a sale with the name and rate it had then.</summary>
internal sealed class SaleLine
{
    public long Seq { get; private set; }

    public required int No { get; init; }

    public required string Product { get; init; }

    public required LocalText Name { get; init; }

    public required int Quantity { get; init; }

    public Yen? UnitPrice { get; init; }

    public required Yen Amount { get; init; }

    public required int TaxPercent { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SaleLine>
    {
        public void Configure(EntityTypeBuilder<SaleLine> line)
        {
            line.ToTable("pos_sale_line");
            line.HasKey(row => row.Seq);
            line.Property<long>("SaleSeq");
            line.HasIndex("SaleSeq", nameof(No)).IsUnique();
            line.ComplexProperty(row => row.Name);
        }
    }
}

/// <summary>Tax of one rate, rounded once in the issuer's direction of that day.</summary>
internal sealed class SaleTax
{
    public long Seq { get; private set; }

    public required int Percent { get; init; }

    public required Yen Total { get; init; }

    public required Yen Tax { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SaleTax>
    {
        public void Configure(EntityTypeBuilder<SaleTax> tax)
        {
            tax.ToTable("pos_sale_tax");
            tax.HasKey(row => row.Seq);
            tax.Property<long>("SaleSeq");
            tax.HasIndex("SaleSeq", nameof(Percent)).IsUnique();
        }
    }
}

/// <summary>One means of payment of a sale.</summary>
internal sealed class Tender
{
    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required TenderKind Kind { get; init; }

    public required Yen Amount { get; init; }

    public Yen? Received { get; init; }

    public Guid? Hold { get; init; }

    /// <summary>When the money or the points were certain; <c>null</c> while a visitor still has to pay.</summary>
    public DateTime? PaidAt { get; set; }

    public bool IsPaid => PaidAt is not null;

    internal sealed class Mapping : IEntityTypeConfiguration<Tender>
    {
        public void Configure(EntityTypeBuilder<Tender> tender)
        {
            tender.ToTable("pos_tender");
            tender.HasKey(row => row.Seq);
            tender.HasIndex(row => row.Id).IsUnique();
        }
    }
}
