using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tourism.Analytics.Lake;

/// <summary>A file written by a load and not published yet.</summary>
/// <param name="Dataset">Name of the dataset.</param>
/// <param name="BusinessDate">The day it holds, whole.</param>
/// <param name="Hash">SHA-256 of the file, 64 hex digits in small letters.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record WrittenPart(string Dataset, DateOnly BusinessDate, string Hash, long Rows, long Bytes);

/// <summary>A published file: everything the lake knows of one dataset and business date, until a later load replaces it.</summary>
internal sealed class LakePart
{
    public long Seq { get; private set; }

    public Guid Id { get; private set; }

    public string Dataset { get; private set; } = "";

    public DateOnly BusinessDate { get; private set; }

    /// <summary>The load that published it.</summary>
    public long Load { get; private set; }

    public string Hash { get; private set; } = "";

    public long Rows { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>The load that replaced it; <c>null</c> while it is current.</summary>
    public long? RetiredBy { get; private set; }

    public DateTime? RetiredAt { get; private set; }

    public static LakePart Of(WrittenPart part, long load, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Dataset = part.Dataset,
        BusinessDate = part.BusinessDate,
        Load = load,
        Hash = part.Hash,
        Rows = part.Rows,
        Bytes = part.Bytes,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<LakePart>
    {
        public void Configure(EntityTypeBuilder<LakePart> part)
        {
            part.ToTable("analytics_lake_part");
            part.HasKey(row => row.Seq);
            part.HasIndex(row => row.Id).IsUnique();
            part.HasIndex(row => new { row.Dataset, row.BusinessDate, row.Load }).IsUnique();
            part.HasIndex(row => row.RetiredAt);
            part.Property(row => row.Dataset).HasMaxLength(40);
            part.Property(row => row.Hash).HasMaxLength(64);
        }
    }
}
