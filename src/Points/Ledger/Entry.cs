using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Points.Persistence;

namespace Tourism.Points.Ledger;

/// <summary>From which account to which.</summary>
internal readonly record struct Posting(string Debit, string Credit, PointAmount Amount);

/// <summary>A movement of the books: never changed, never removed.</summary>
internal sealed class Entry
{
    public long Seq { get; private set; }

    public Operation Operation { get; private set; } = null!;

    public string Debit { get; private set; } = "";

    public string Credit { get; private set; } = "";

    public PointAmount Amount { get; private set; }

    public DateTime RecordedAt { get; private set; }

    /// <summary>The Japanese day it counts for; an earlier one than that of <see cref="RecordedAt"/> when the news came late.</summary>
    public DateOnly EffectiveOn { get; private set; }

    public string Reason { get; private set; } = "";

    public List<LotConsumption> Consumptions { get; } = [];

    public static Entry Of(Operation operation, Posting posting, DateOnly effectiveOn, string reason) => new()
    {
        Operation = operation,
        Debit = posting.Debit,
        Credit = posting.Credit,
        Amount = posting.Amount,
        RecordedAt = operation.RecordedAt,
        EffectiveOn = effectiveOn,
        Reason = reason,
    };

    private sealed class Mapping : IEntityTypeConfiguration<Entry>
    {
        public void Configure(EntityTypeBuilder<Entry> entry)
        {
            entry.ToTable(PointsDbContext.Prefix + "entries", table =>
            {
                table.HasCheckConstraint("CK_points_entries_amount", "\"Amount\" > 0");
                table.HasCheckConstraint("CK_points_entries_accounts", "\"Debit\" <> \"Credit\"");
            });
            entry.HasKey(row => row.Seq);
            entry.HasOne(row => row.Operation).WithMany().HasForeignKey("OperationSeq").IsRequired().OnDelete(DeleteBehavior.Restrict);
            entry.HasMany(row => row.Consumptions).WithOne().HasForeignKey("EntrySeq").IsRequired().OnDelete(DeleteBehavior.Restrict);
            entry.HasIndex(row => new { row.Debit, row.Seq });
            entry.HasIndex(row => new { row.Credit, row.Seq });
        }
    }
}
