using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;

namespace Tourism.Pos.Sales.ByPhone.Stickers;

/// <summary>
/// The tax class a shop gave a sale afterwards: the visitor typed an amount and could not know what it was for. What was paid stays; the last
/// change says how much of it is tax.
/// </summary>
internal sealed class TaxChange
{
    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required string TaxClass { get; init; }

    /// <summary>Rate of the class on the sale's business date.</summary>
    public required int Percent { get; init; }

    /// <summary>Contained in the sale's total, rounded once in the issuer's direction of that day.</summary>
    public required Yen Tax { get; init; }

    public string? By { get; init; }

    public required DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TaxChange>
    {
        public void Configure(EntityTypeBuilder<TaxChange> change)
        {
            change.ToTable("pos_tax_change");
            change.HasKey(row => row.Seq);
            change.Property<long>("SaleSeq");
            change.HasIndex(row => row.Id).IsUnique();
            change.HasIndex("SaleSeq");
        }
    }
}
