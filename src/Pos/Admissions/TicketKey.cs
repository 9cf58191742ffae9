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
    public DateTime? RevokedAt { get; set; }

    public KeyView View() => new((uint)KeyId, Convert.ToBase64String(PublicKey), Site, Till, RevokedAt is not null);

    internal sealed class Mapping : IEntityTypeConfiguration<TicketKey>
    {
        public void Configure(EntityTypeBuilder<TicketKey> key)
        {
            key.ToTable("pos_ticket_key");
            key.HasKey(row => row.Seq);
            key.HasIndex(row => row.KeyId).IsUnique();
            key.Property(row => row.PublicKey).HasMaxLength(200);
        }
    }
}
