using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tourism.Pos.Tills;

/// <summary>A series of receipt numbers. A new device, or one that lost its storage, opens the next one, so no number is given twice.</summary>
internal sealed class TillEpoch
{
    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required string Till { get; init; }

    public required int Epoch { get; init; }

    public required DateTime OpenedAt { get; init; }

    /// <summary>Number of the device's ticket key, once it has shown one.</summary>
    public long? Key { get; set; }

    /// <summary>The device that opened it last; <c>null</c> from the time before devices were enrolled.</summary>
    public Guid? Device { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TillEpoch>
    {
        public void Configure(EntityTypeBuilder<TillEpoch> epoch)
        {
            epoch.ToTable("pos_till_epoch");
            epoch.HasKey(row => row.Seq);
            epoch.HasIndex(row => row.Id).IsUnique();
            epoch.HasIndex(row => new { row.Till, row.Epoch }).IsUnique();
        }
    }
}
