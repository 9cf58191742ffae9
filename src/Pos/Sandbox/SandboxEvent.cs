using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Pos.Sandbox;

/// <summary>An event, stored with the change it tells of and delivered until somebody takes it.</summary>
internal sealed class SandboxEvent : IVersioned, ISandboxRow
{
    private const int MaxAttempts = 16;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public long Seq { get; private set; }

    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Body { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? DeliveredAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Not before this instant; <c>null</c> when delivered or given up. Also the end of the delivering host's lease.</summary>
    public DateTime? NextTryAt { get; private set; }

    public long Version { get; private set; }

    public void Deliver(DateTime at) => NextTryAt = at;

    public bool TryLease(DateTime now)
    {
        if (NextTryAt is not { } due || due > now)
            return false;
        NextTryAt = now + Lease;
        return true;
    }

    /// <summary>On its way and never seen again.</summary>
    public void Lose()
    {
        Attempts++;
        NextTryAt = null;
    }

    public void Settle(bool taken, DateTime now)
    {
        Attempts++;
        DeliveredAt = taken ? now : null;
        NextTryAt = taken || Attempts >= MaxAttempts ? null : now + TimeSpan.FromSeconds(Math.Min(1 << Attempts, 3600));
    }

    internal sealed class Mapping : IEntityTypeConfiguration<SandboxEvent>
    {
        public void Configure(EntityTypeBuilder<SandboxEvent> told)
        {
            told.ToTable("pos_sandbox_event");
            told.HasKey(row => row.Seq);
            told.HasIndex(row => row.Id).IsUnique();
            told.HasIndex(row => row.NextTryAt);
            told.Property(row => row.Body).HasMaxLength(-1);
        }
    }
}
