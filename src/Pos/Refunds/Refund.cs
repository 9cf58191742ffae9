using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Refunds;

/// <summary>Money given back for part of a sale or all of it. What is left of a sale follows from these facts and from nothing else.</summary>
internal sealed class Refund
{
    public const int MaxReason = 200;

    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required string RequestHash { get; init; }

    public required Guid Sale { get; init; }

    public required string Site { get; init; }

    public required string Till { get; init; }

    public required int Epoch { get; init; }

    public required int Number { get; init; }

    public required DateTime OccurredAt { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required DateOnly BusinessDate { get; init; }

    public required string Reason { get; init; }

    public required string By { get; init; }

    /// <summary>The enrolled device it was made on.</summary>
    public Guid? Device { get; init; }

    public required bool Override { get; init; }

    /// <summary>The till asked for everything that was left and named no line.</summary>
    public required bool Everything { get; init; }

    public required Yen Total { get; init; }

    /// <summary>Code of the ticket the till signed for those who remain, good or not.</summary>
    public string? HandedTicket { get; init; }

    /// <summary>Ticket of those who remain.</summary>
    public Guid? Ticket { get; set; }

    public List<RefundLine> Lines { get; init; } = [];

    public List<RefundTax> Taxes { get; init; } = [];

    public List<RefundTender> Tenders { get; init; } = [];

    public string SlipNumber => new ReceiptNumber(Till, Epoch, Number).ToString();

    internal sealed class Mapping : IEntityTypeConfiguration<Refund>
    {
        public void Configure(EntityTypeBuilder<Refund> refund)
        {
            refund.ToTable("pos_refund");
            refund.HasKey(row => row.Seq);
            refund.HasIndex(row => row.Id).IsUnique();
            refund.HasIndex(row => row.Sale);
            refund.HasIndex(row => new { row.Site, row.BusinessDate });
            refund.Property(row => row.RequestHash).HasMaxLength(64).IsFixedLength();
            refund.Property(row => row.HandedTicket).HasMaxLength(BasketChecks.MaxTicket);
            refund.HasMany(row => row.Lines).WithOne().HasForeignKey("RefundSeq").IsRequired();
            refund.HasMany(row => row.Taxes).WithOne().HasForeignKey("RefundSeq").IsRequired();
            refund.HasMany(row => row.Tenders).WithOne().HasForeignKey("RefundSeq");
        }
    }
}
