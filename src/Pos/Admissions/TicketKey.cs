using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>The public half of a key that signs tickets. Old ones stay, so that their tickets stay good.</summary>
internal sealed class TicketKey
{
    public long Seq { get; private set; }

    /// <summary>First four bytes of the SHA-256 of <see cref="PublicKey"/>, as in the ticket.</summary>
    public required long KeyId { get; init; }

    /// <summary>SubjectPublicKeyInfo, DER.</summary>
    public required byte[] PublicKey { get; init; }

    public required DateTime ListedAt { get; init; }

    /// <summary>Site a till's key signs for; <c>null</c> for the server's own key.</summary>
    public string? Site { get; init; }

    public string? Till { get; init; }

    /// <summary>From then on nothing it signs is good, but what was sold before stays so.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Another one signs since then; what it signed is verified still.</summary>
    public DateTime? SignsUntil { get; private set; }

    /// <summary>When it signed last, noted when it stops: the server's own ones only, because a till's journal says so.</summary>
    public DateTime? LastUsedAt { get; private set; }

    /// <summary>Its device is asked since then to make another one.</summary>
    public DateTime? RenewAskedAt { get; private set; }

    /// <summary>Gates are told of a change since they last asked.</summary>
    public DateTime? ChangedAt { get; private set; }

    /// <summary>Name of the rotation that made it; <c>null</c> for a till's key and for that of the key file.</summary>
    public Guid? Rotation { get; init; }

    /// <summary>Private half of a key made by rotation, which only a host with the key file can open.</summary>
    public byte[]? Secret { get; init; }

    public bool IsServers => Till is null && Site is null;

    /// <summary>As the audit trail names it.</summary>
    public string Subject => $"{Till ?? Site} {KeyId}".TrimStart();

    public TicketKeyState State => RevokedAt is not null ? TicketKeyState.Revoked : SignsUntil is null ? TicketKeyState.Signing : TicketKeyState.Verified;

    public void Revoke(DateTime now) => (RevokedAt, ChangedAt) = (now, now);

    public void Restore(DateTime now) => (RevokedAt, ChangedAt) = (null, now);

    public void Retire(DateTime now, DateTime? lastUsed = null) => (SignsUntil, LastUsedAt) = (now, lastUsed);

    public void AskToRenew(DateTime now) => RenewAskedAt = now;

    public KeyView View() => new((uint)KeyId, Convert.ToBase64String(PublicKey), Site, Till, RevokedAt is not null);

    internal sealed class Mapping : IEntityTypeConfiguration<TicketKey>
    {
        public void Configure(EntityTypeBuilder<TicketKey> key)
        {
            key.ToTable("pos_ticket_key");
            key.HasKey(row => row.Seq);
            key.HasIndex(row => row.KeyId).IsUnique();
            key.HasIndex(row => row.Rotation).IsUnique();
            key.Property(row => row.PublicKey).HasMaxLength(200);
            key.Property(row => row.Secret).HasMaxLength(400);
            key.Ignore(row => row.IsServers);
            key.Ignore(row => row.Subject);
            key.Ignore(row => row.State);
        }
    }
}
