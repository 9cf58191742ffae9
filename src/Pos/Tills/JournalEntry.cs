using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tills;

/// <summary>What a number of a till's series was given to.</summary>
internal enum JournalKind
{
    Sale,
    Refund,
}

/// <summary>A number of a till's series and its link in the till's chain. Stored in any order, as it arrives.</summary>
internal sealed class JournalEntry
{
    public long Seq { get; private set; }

    public required string Till { get; init; }

    public required int Epoch { get; init; }

    public required int Number { get; init; }

    /// <summary>0; more when a copied or restored device gave the same number again: the series forked.</summary>
    public required int Branch { get; init; }

    public required JournalKind Kind { get; init; }

    /// <summary>The sale or the refund.</summary>
    public required Guid Fact { get; init; }

    public string? Previous { get; init; }

    public string? Hash { get; init; }

    public string? Signature { get; init; }

    public required DateTime RecordedAt { get; init; }

    public static JournalEntry Of(ReceiptNumber receipt, int branch, JournalKind kind, Guid fact, JournalLink? link, DateTime now) => new()
    {
        Till = receipt.Till,
        Epoch = receipt.Epoch,
        Number = receipt.Number,
        Branch = branch,
        Kind = kind,
        Fact = fact,
        Previous = link?.Previous,
        Hash = link?.Hash,
        Signature = link?.Signature,
        RecordedAt = now,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<JournalEntry>
    {
        public void Configure(EntityTypeBuilder<JournalEntry> entry)
        {
            entry.ToTable("pos_journal");
            entry.HasKey(row => row.Seq);
            entry.HasIndex(row => new { row.Till, row.Epoch, row.Number, row.Branch }).IsUnique();
            entry.HasIndex(row => row.Fact).IsUnique();
            entry.Property(row => row.Previous).HasMaxLength(64);
            entry.Property(row => row.Hash).HasMaxLength(64);
        }
    }
}
