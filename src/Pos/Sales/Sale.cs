using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Sales.ByPhone.Stickers;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>A sale as the till rang it up. Its lines, taxes and tenders are facts; only its state moves on, once.</summary>
internal sealed class Sale : IVersioned
{
    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required string RequestHash { get; init; }

    public required string Site { get; init; }

    public required string Till { get; init; }

    public required int Epoch { get; init; }

    public required int Number { get; init; }

    public required DateTime OccurredAt { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required DateOnly BusinessDate { get; init; }

    public required string Language { get; init; }

    public required Yen Total { get; init; }

    /// <summary>Set only when the till charged something else than the server's price list says.</summary>
    public Yen? ServerTotal { get; init; }

    /// <summary>Taken off the lines; the taxes hold each rate's share.</summary>
    public required Yen Discount { get; init; }

    /// <summary>Lines and taxes are those of the receipt the till gave; else the server's.</summary>
    public required bool IsCharged { get; init; }

    public SaleTerms? Terms { get; init; }

    /// <summary>ISO 3166-1 alpha-2 or <c>JP-01</c> … <c>JP-47</c>.</summary>
    public string? Origin { get; init; }

    public string? VisitorToken { get; init; }

    public string? VisitorSource { get; init; }

    /// <summary>Version of the till app.</summary>
    public string? App { get; init; }

    /// <summary>Who sold it; <c>null</c> for sales on a visitor's own phone and from before this was kept.</summary>
    public string? Person { get; init; }

    /// <summary>The enrolled device it was sold on.</summary>
    public Guid? Device { get; init; }

    /// <summary>Code of the ticket the till signed and handed over, good or not.</summary>
    public string? HandedTicket { get; init; }

    /// <summary>Opens the receipt page; 26 characters of base32 that nobody can guess.</summary>
    public required string ReceiptToken { get; init; }

    public SaleState State { get; private set; } = SaleState.AwaitingPayment;

    public DateTime? EndedAt { get; private set; }

    public long Version { get; private set; }

    public List<SaleLine> Lines { get; init; } = [];

    public List<SaleTax> Taxes { get; init; } = [];

    public List<Tender> Tenders { get; init; } = [];

    /// <summary>Tax classes a shop gave it afterwards, when a visitor had typed the amount; the last one counts.</summary>
    public List<TaxChange> TaxChanges { get; init; } = [];

    public string ReceiptNumber => new ReceiptNumber(Till, Epoch, Number).ToString();

    /// <summary>Points that stand behind the sale.</summary>
    public IEnumerable<Guid> Holds => Tenders.Where(tender => !tender.Uncovered).Select(tender => tender.Hold).OfType<Guid>();

    public bool IsPaid => Tenders.All(tender => tender.IsPaid);

    /// <summary>The rate of a line that counts.</summary>
    public int CountedPercent(SaleLine line) => LastChange()?.Percent ?? line.TaxPercent;

    /// <summary>The taxes that count. What was paid never changes.</summary>
    public IReadOnlyList<SaleTax> CountedTaxes() => LastChange() is { } last
        ? [new SaleTax { No = 1, Percent = last.Percent, Total = Total, Tax = last.Tax, Discount = Yen.Zero }]
        : Taxes;

    private TaxChange? LastChange() => TaxChanges.MaxBy(change => change.Seq);

    public void Complete(DateTime now) => End(SaleState.Completed, now);

    public void Cancel(DateTime now) => End(SaleState.Cancelled, now);

    /// <summary>Money came after all and a person finishes the sale with it.</summary>
    public void WaitAgain()
    {
        if (State == SaleState.Cancelled)
            (State, EndedAt) = (SaleState.AwaitingPayment, null);
    }

    private void End(SaleState state, DateTime now)
    {
        if (State != SaleState.AwaitingPayment)
            throw new InvalidOperationException($"Sale {Id} is already {State}.");
        (State, EndedAt) = (state, now);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Sale>
    {
        public void Configure(EntityTypeBuilder<Sale> sale)
        {
            sale.ToTable("pos_sale");
            sale.HasKey(row => row.Seq);
            sale.HasIndex(row => row.Id).IsUnique();
            sale.HasIndex(row => new { row.Till, row.Epoch, row.Number });
            sale.HasIndex(row => row.ReceiptToken).IsUnique();
            sale.HasIndex(row => new { row.Site, row.BusinessDate });
            // A shop's screen looks every half second for what was paid by its sticker.
            sale.HasIndex(row => new { row.Till, row.EndedAt });
            sale.Property(row => row.RequestHash).HasMaxLength(64).IsFixedLength();
            sale.Property(row => row.Origin).HasMaxLength(5);
            sale.Property(row => row.VisitorSource).HasMaxLength(20);
            sale.Property(row => row.HandedTicket).HasMaxLength(BasketChecks.MaxTicket);
            sale.ComplexProperty(row => row.Terms);
            sale.HasMany(row => row.Lines).WithOne().HasForeignKey("SaleSeq").IsRequired();
            sale.HasMany(row => row.Taxes).WithOne().HasForeignKey("SaleSeq").IsRequired();
            sale.HasMany(row => row.TaxChanges).WithOne().HasForeignKey("SaleSeq").IsRequired();
            sale.HasMany(row => row.Tenders).WithOne().HasForeignKey("SaleSeq").IsRequired();
        }
    }
}

/// <summary>What else decided the price, as the till sent it.</summary>
/// <param name="SchoolTrip">A school trip led by a teacher.</param>
/// <param name="Tier">Group tier that staff chose.</param>
/// <param name="Reason">Why.</param>
/// <param name="Discount">Taken off the basket.</param>
internal sealed record SaleTerms(bool SchoolTrip, int? Tier, string? Reason, Yen? Discount);
