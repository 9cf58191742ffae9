using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tourism.Analytics.Lake;

/// <summary>One step of the lake from one published state to the next.</summary>
internal sealed class LakeLoad
{
    public long Seq { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>1, 2, 3 … without a gap. Its unique index lets only one host open the next load, and only after the last is done.</summary>
    public long Number { get; private set; }

    public DateTime StartedAt { get; private set; }

    /// <summary>When its parts were published; <c>null</c> while it is open.</summary>
    public DateTime? DoneAt { get; private set; }

    public static LakeLoad After(LakeLoad? last, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Number = (last?.Number ?? 0) + 1,
        StartedAt = now,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<LakeLoad>
    {
        public void Configure(EntityTypeBuilder<LakeLoad> load)
        {
            load.ToTable("analytics_lake_load");
            load.HasKey(row => row.Seq);
            load.HasIndex(row => row.Id).IsUnique();
            load.HasIndex(row => row.Number).IsUnique();
        }
    }
}
