using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Pos.Payments.Webhooks;

/// <summary>Where a received event stands.</summary>
internal enum StripeEventState
{
    /// <summary>To be looked at, now or at its next try.</summary>
    Pending,

    /// <summary>Its payment was asked about, or it concerns nothing we keep.</summary>
    Done,

    /// <summary>It names a payment that is not in our books: somebody else's, or ours lost by restoring a backup.</summary>
    Unmatched,

    /// <summary>Failed too often; a person must look.</summary>
    Dead,
}

/// <summary>A webhook as it arrived. Its body is only a hint which payment to ask about.</summary>
internal sealed class StripeEvent : IVersioned
{
    private const int MaxAttempts = 12;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    public long Seq { get; private set; }

    /// <summary>Connected account it came from; empty for our own.</summary>
    public required string Account { get; init; }

    public required string EventId { get; init; }

    public required string Type { get; init; }

    public required string Body { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public StripeEventState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Not before this instant; also the end of the lease of the host that is looking at it.</summary>
    public DateTime NextTryAt { get; private set; }

    public string? LastError { get; private set; }

    public long Version { get; private set; }

    public static StripeEvent Of(EventHint hint, string body, DateTime now) => new()
    {
        Account = hint.Account,
        EventId = hint.Id,
        Type = hint.Type,
        Body = body,
        ReceivedAt = now,
        NextTryAt = now,
    };

    public bool TryLease(DateTime now)
    {
        if (State != StripeEventState.Pending || NextTryAt > now)
            return false;
        NextTryAt = now + Lease;
        return true;
    }

    public void Settle(StripeEventState state) => State = state;

    /// <summary>Another host talks to the provider about the payment: no attempt of ours.</summary>
    public void Postpone(DateTime now) => NextTryAt = now + Soon;

    public void Fail(string reason, DateTime now)
    {
        Attempts++;
        LastError = reason.Length > 1000 ? reason[..1000] : reason;
        NextTryAt = now + TimeSpan.FromSeconds(Math.Min(1 << Attempts, 600));
        if (Attempts >= MaxAttempts)
            State = StripeEventState.Dead;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<StripeEvent>
    {
        public void Configure(EntityTypeBuilder<StripeEvent> received)
        {
            received.ToTable("pos_stripe_event");
            received.HasKey(row => row.Seq);
            received.HasIndex(row => new { row.Account, row.EventId }).IsUnique();
            received.HasIndex(row => new { row.State, row.NextTryAt });
            received.Property(row => row.Body).HasMaxLength(-1);
            received.Property(row => row.LastError).HasMaxLength(1000);
        }
    }
}
