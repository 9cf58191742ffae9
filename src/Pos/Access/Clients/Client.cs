using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Clients;

/// <summary>Another system that calls this one with a key. The database knows the key's hash only.</summary>
internal sealed class Client : IVersioned
{
    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required string RequestHash { get; init; }

    public required string Name { get; init; }

    /// <summary>Names from <see cref="Kernel.Scopes"/> with spaces between.</summary>
    public required string Scopes { get; init; }

    public required DateOnly ExpiresOn { get; init; }

    public string? Site { get; init; }

    public string? Till { get; init; }

    public required int PerMinute { get; init; }

    public required string CreatedBy { get; init; }

    public string KeyHash { get; private set; } = "";

    public string Hint { get; private set; } = "";

    public string? OldKeyHash { get; private set; }

    public DateTime? OldKeyUntil { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public long Version { get; private set; }

    public void Take(ClientKey key) => (KeyHash, Hint) = (key.Hash, key.Hint);

    /// <summary>The key before stays good for a while, so that the other system can be changed over in peace.</summary>
    public void Rotate(ClientKey key, DateTime oldUntil)
    {
        (OldKeyHash, OldKeyUntil) = (KeyHash, oldUntil);
        Take(key);
    }

    public void End(DateTime now) => EndedAt = now;

    public bool IsOpenBy(string hash, DateTime now) => StateAt(now) == ClientState.Active && (KeyHash == hash || (OldKeyHash == hash && now < OldKeyUntil));

    public ClientView View(DateTime now) => new(
        Id, Name, Scopes.Split(' '), ExpiresOn, Site, Till, PerMinute, Hint, CreatedBy, LastUsedAt, now < OldKeyUntil ? OldKeyUntil : null, StateAt(now));

    private ClientState StateAt(DateTime now) =>
        EndedAt is not null ? ClientState.Ended : BusinessDate.Of(now) > ExpiresOn ? ClientState.Expired : ClientState.Active;

    internal sealed class Mapping : IEntityTypeConfiguration<Client>
    {
        public void Configure(EntityTypeBuilder<Client> client)
        {
            client.ToTable("pos_client");
            client.HasKey(row => row.Seq);
            client.HasIndex(row => row.Id).IsUnique();
            client.HasIndex(row => row.KeyHash).IsUnique();
            client.HasIndex(row => row.OldKeyHash);
            foreach (var hash in new[] { nameof(RequestHash), nameof(KeyHash), nameof(OldKeyHash) })
                client.Property<string?>(hash).HasMaxLength(64).IsFixedLength();
        }
    }
}
