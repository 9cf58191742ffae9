using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Pos.Shared.Journals;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Audit;

/// <summary>
/// One deed, chained to the one before. The database refuses to change or delete it. Its details may be erased one day, because the chain
/// holds only their salted commitment.
/// </summary>
internal sealed class AuditEntry
{
    public long Seq { get; private set; }

    public required DateOnly Day { get; init; }

    public required int Number { get; init; }

    public required DateTime At { get; init; }

    public required Deed Deed { get; init; }

    public string? Person { get; init; }

    public string? Site { get; init; }

    public string? Till { get; init; }

    public string? Gate { get; init; }

    public Guid? Device { get; init; }

    public required string Subject { get; init; }

    /// <summary><see cref="AuditDetails"/> as JSON.</summary>
    public string? Details { get; init; }

    public string? Salt { get; init; }

    public required string Commitment { get; init; }

    public required string Previous { get; init; }

    public required string Hash { get; init; }

    /// <summary>The deed as the next of its day.</summary>
    public static AuditEntry Of(PendingDeed deed, DateOnly day, int number, string previous)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var link = new AuditLink(
            day, number, deed.At, deed.Deed, deed.By.Person, deed.By.Site, deed.By.Till, deed.By.Gate, deed.By.Device, deed.Subject, AuditChain.Commit(salt, deed.Details));
        return new AuditEntry
        {
            Day = day, Number = number, At = deed.At, Deed = deed.Deed, Subject = deed.Subject,
            Person = deed.By.Person, Site = deed.By.Site, Till = deed.By.Till, Gate = deed.By.Gate, Device = deed.By.Device,
            Details = deed.Details, Salt = salt, Commitment = link.Commitment, Previous = previous, Hash = AuditChain.Next(previous, link),
        };
    }

    /// <summary>True when it is as it was written, after <paramref name="previous"/>.</summary>
    public bool Follows(string previous) => Previous == previous
        && Hash == AuditChain.Next(previous, new AuditLink(Day, Number, At, Deed, Person, Site, Till, Gate, Device, Subject, Commitment))
        && (Salt is null ? Details is null : Commitment == AuditChain.Commit(Salt, Details!));

    public AuditView View()
    {
        var details = Details is null ? null : JsonSerializer.Deserialize<AuditDetails>(Details, Json.Options);
        return new AuditView(Seq, Day, Number, At, Deed, Person, Site, Till, Gate, Device, Subject, details?.Before, details?.After, Hash);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> entry)
        {
            // SQL Server needs to know of the trigger that keeps entries as they are.
            entry.ToTable("pos_audit", table => table.HasTrigger("pos_audit_stays"));
            entry.HasKey(row => row.Seq);
            entry.HasIndex(row => new { row.Day, row.Number }).IsUnique();
            entry.HasIndex(row => new { row.Person, row.Seq });
            entry.HasIndex(row => new { row.Deed, row.Seq });
            entry.Property(row => row.Details).HasMaxLength(-1);
            foreach (var hash in new[] { nameof(Commitment), nameof(Previous), nameof(Hash) })
                entry.Property<string>(hash).HasMaxLength(64).IsFixedLength();
        }
    }
}

/// <summary>What a thing said before and after.</summary>
internal sealed record AuditDetails(JsonElement? Before, JsonElement? After);
