using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Journals;

namespace Tourism.Pos.Audit;

/// <summary>Where the trail stands. Writers hold it while they append, so entries are chained in the order in which they are committed.</summary>
internal sealed class AuditHead : IVersioned
{
    /// <summary>There is one.</summary>
    public static readonly Guid Only = new("00000000-0000-7000-8000-000000000001");

    public Guid Id { get; init; } = Only;

    public DateOnly Day { get; private set; }

    public int Number { get; private set; }

    public string Hash { get; private set; } = AuditChain.Start;

    public long Version { get; private set; }

    /// <summary>A clock that was set back does not open an earlier day again.</summary>
    public AuditEntry Append(PendingDeed pending)
    {
        var day = BusinessDate.Of(pending.At);
        (Day, Number) = day > Day ? (day, 1) : (Day, Number + 1);
        var entry = AuditEntry.Of(pending, Day, Number, Hash);
        Hash = entry.Hash;
        return entry;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<AuditHead>
    {
        public void Configure(EntityTypeBuilder<AuditHead> head)
        {
            head.ToTable("pos_audit_head");
            head.HasKey(row => row.Id);
            head.Property(row => row.Id).ValueGeneratedNever();
            head.Property(row => row.Hash).HasMaxLength(64).IsFixedLength();
        }
    }
}
