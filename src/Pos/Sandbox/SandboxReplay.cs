using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tourism.Pos.Sandbox;

/// <summary>The first answer under an idempotency key, stored with what it did.</summary>
internal sealed class SandboxReplay
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public long Seq { get; private set; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and parameters.</summary>
    public required string Fingerprint { get; init; }

    public required int Status { get; init; }

    public required string Body { get; init; }

    public required DateTime CreatedAt { get; init; }

    public StripeReply Reply => new(Status, Body, Replayed: true);

    public static SandboxReplay Of(string key, string fingerprint, StripeReply reply, DateTime now) =>
        new() { Key = key, Fingerprint = fingerprint, Status = reply.Status, Body = reply.Body, CreatedAt = now };

    internal sealed class Mapping : IEntityTypeConfiguration<SandboxReplay>
    {
        public void Configure(EntityTypeBuilder<SandboxReplay> replay)
        {
            replay.ToTable("pos_sandbox_replay");
            replay.HasKey(row => row.Seq);
            replay.HasIndex(row => row.Key).IsUnique();
            replay.Property(row => row.Key).HasMaxLength(255);
            replay.Property(row => row.Fingerprint).HasMaxLength(64).IsFixedLength();
            replay.Property(row => row.Body).HasMaxLength(-1);
        }
    }
}
