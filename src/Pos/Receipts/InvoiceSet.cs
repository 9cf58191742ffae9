using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;

namespace Tourism.Pos.Receipts;

/// <summary>Invoices with an addressee, made out together for one sale. A later edition replaces the earlier.</summary>
internal sealed class InvoiceSet
{
    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required string RequestHash { get; init; }

    public required Guid Sale { get; init; }

    /// <summary>1, 2, 3 … per sale.</summary>
    public required int Edition { get; init; }

    public required DateTime IssuedAt { get; init; }

    public required string By { get; init; }

    public List<Invoice> Invoices { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<InvoiceSet>
    {
        public void Configure(EntityTypeBuilder<InvoiceSet> set)
        {
            set.ToTable("pos_invoice_set");
            set.HasKey(row => row.Seq);
            set.HasIndex(row => row.Id).IsUnique();
            set.HasIndex(row => new { row.Sale, row.Edition }).IsUnique();
            set.Property(row => row.RequestHash).HasMaxLength(64).IsFixedLength();
            set.HasMany(row => row.Invoices).WithOne().HasForeignKey("SetSeq").IsRequired();
        }
    }
}

/// <summary>One invoice of a set.</summary>
internal sealed class Invoice
{
    public long Seq { get; private set; }

    public required int No { get; init; }

    public required string Addressee { get; init; }

    public required string Proviso { get; init; }

    public required Yen Total { get; init; }

    public List<InvoiceTax> Taxes { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<Invoice>
    {
        public void Configure(EntityTypeBuilder<Invoice> invoice)
        {
            invoice.ToTable("pos_invoice");
            invoice.HasKey(row => row.Seq);
            invoice.Property<long>("SetSeq");
            invoice.HasIndex("SetSeq", nameof(No)).IsUnique();
            invoice.HasMany(row => row.Taxes).WithOne().HasForeignKey("InvoiceSeq").IsRequired();
        }
    }
}

/// <summary>Total and tax of one rate on one invoice.</summary>
internal sealed class InvoiceTax
{
    public long Seq { get; private set; }

    public required int Percent { get; init; }

    public required Yen Total { get; init; }

    public required Yen Tax { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<InvoiceTax>
    {
        public void Configure(EntityTypeBuilder<InvoiceTax> tax)
        {
            tax.ToTable("pos_invoice_tax");
            tax.HasKey(row => row.Seq);
            tax.Property<long>("InvoiceSeq");
            tax.HasIndex("InvoiceSeq", nameof(Percent)).IsUnique();
        }
    }
}
