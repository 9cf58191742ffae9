using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Refunds;

/// <summary>
/// Money going back by one tender of the sale. Cash and points are given at once; a visitor's payment goes back through its provider. Late money goes back
/// without a refund of the sale, because nothing was sold.
/// </summary>
internal sealed class RefundTender : IVersioned
{
    private static readonly TimeSpan[] Again = [.. new[] { 1, 5, 30, 120, 600, 3_600 }.Select(seconds => TimeSpan.FromSeconds(seconds))];
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    public long Seq { get; private set; }

    /// <summary>Name of this very movement: the provider's idempotency key and the points' operation.</summary>
    public required Guid Id { get; init; }

    /// <summary>The sale's tender.</summary>
    public required Guid Tender { get; init; }

    public required TenderKind Kind { get; init; }

    public required Yen Amount { get; init; }

    /// <summary>Number of the slip by which it was undone where it was taken.</summary>
    public string? Slip { get; init; }

    public required RefundState State { get; set; }

    /// <summary>The intent that holds the money, when it is not the payment's own.</summary>
    public string? Intent { get; init; }

    /// <summary>The provider's name for it.</summary>
    public string? ProviderId { get; set; }

    /// <summary>When to ask the provider next; <c>null</c> when there is nothing left to ask. Also the end of the asking host's lease.</summary>
    public DateTime? NextTryAt { get; set; }

    public int Tries { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public long Version { get; private set; }

    public bool TryLease(DateTime now)
    {
        if (NextTryAt is not { } due || due > now)
            return false;
        NextTryAt = now + Lease;
        Tries++;
        return true;
    }

    public void Wait(DateTime now) => NextTryAt = now + Again[Math.Clamp(Tries - 1, 0, Again.Length - 1)];

    /// <summary>A bank may send money back that the provider had given, even days later: then it failed after all. Nothing else follows an end.</summary>
    public void End(RefundState state, DateTime now)
    {
        NextTryAt = null;
        if (State == RefundState.Pending || state == RefundState.Failed)
            (State, EndedAt) = (state, now);
    }

    /// <summary>The provider has news of it.</summary>
    public void LookAgain(DateTime now) => NextTryAt = State == RefundState.Failed ? null : now;

    internal sealed class Mapping : IEntityTypeConfiguration<RefundTender>
    {
        public void Configure(EntityTypeBuilder<RefundTender> tender)
        {
            tender.ToTable("pos_refund_tender");
            tender.HasKey(row => row.Seq);
            tender.Property<long?>("RefundSeq");
            tender.HasIndex(row => row.Id).IsUnique();
            tender.HasIndex(row => row.Tender);
            tender.HasIndex(row => row.NextTryAt);
            tender.HasIndex(row => row.EndedAt);
            tender.Property(row => row.Slip).HasMaxLength(SaleChecks.MaxSlip);
        }
    }
}
