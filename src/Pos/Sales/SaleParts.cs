using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Pos.Catalogue;
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

    /// <summary>The amount as typed in, for products without a price.</summary>
    public Yen? Typed { get; init; }

    public string? Reduction { get; init; }

    public bool EatIn { get; init; }

    public int? GrossGrams { get; init; }

    public int? TareGrams { get; init; }

    public string? Scale { get; init; }

    /// <summary>Why this price, as the receipt says it.</summary>
    public LocalText? Why { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SaleLine>
    {
        public void Configure(EntityTypeBuilder<SaleLine> line)
        {
            line.ToTable("pos_sale_line");
            line.HasKey(row => row.Seq);
            line.Property<long>("SaleSeq");
            line.HasIndex("SaleSeq", nameof(No)).IsUnique();
            line.ComplexProperty(row => row.Name);
            line.ComplexProperty(row => row.Why);
        }
    }
}

/// <summary>Tax of one rate, rounded once in the issuer's direction of that day.</summary>
internal sealed class SaleTax
{
    public long Seq { get; private set; }

    /// <summary>Its place on the receipt.</summary>
    public required int No { get; init; }

    public required int Percent { get; init; }

    public required Yen Total { get; init; }

    public required Yen Tax { get; init; }

    /// <summary>This rate's share of the basket's discount.</summary>
    public required Yen Discount { get; init; }

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

    public required int No { get; init; }

    public required Guid Id { get; init; }

    public required TenderKind Kind { get; init; }

    public required Yen Amount { get; init; }

    public Yen? Received { get; init; }

    public Guid? Hold { get; init; }

    /// <summary>The till counted on points that were no longer there: nothing stands behind this part of the total.</summary>
    public bool Uncovered { get; init; }

    /// <summary>Code of an external tender, as the till sent it.</summary>
    public string? External { get; init; }

    /// <summary>JSON of what it was then; see <see cref="Terms"/>.</summary>
    public string? ExternalTerms { get; init; }

    /// <summary>What its acquirer kept then, in hundredths of a percent; <c>null</c> for an unknown one.</summary>
    public int? FeeBasisPoints { get; init; }

    /// <summary>Number of the slip that the other terminal printed.</summary>
    public string? Slip { get; init; }

    /// <summary>How figures count it: points that were never there are not points that were used, and each external tender is a kind of its own.</summary>
    public string CountsAs => Uncovered ? "uncovered" : Kind == TenderKind.External ? $"external:{External}" : Kind.ToString().ToLowerInvariant();

    public ExternalTerms? Terms() => ExternalTerms is null ? null : JsonSerializer.Deserialize<ExternalTerms>(ExternalTerms, Json.Options);

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
            tender.Property(row => row.External).HasMaxLength(CheckNames.MaxCode);
            tender.Property(row => row.ExternalTerms).HasMaxLength(-1);
            tender.Property(row => row.Slip).HasMaxLength(SaleChecks.MaxSlip);
            tender.Ignore(row => row.CountsAs);
        }
    }
}
