using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Points.Ledger;
using Tourism.Points.Persistence;

namespace Tourism.Points.Holds;

/// <summary>A lot pinned by a hold: it will be captured from this lot even if the lot lapses meanwhile.</summary>
internal sealed class HoldLot
{
    public long Seq { get; private set; }

    public PointLot Lot { get; private set; } = null!;

    public PointAmount Amount { get; private set; }

    /// <summary>Given back after the hold was captured.</summary>
    public PointAmount Returned { get; private set; }

    public PointAmount Kept => Amount - Returned;

    public void Return(PointAmount points)
    {
        Returned += points;
        Lot.Return(points);
    }

    public static HoldLot Of(PointLot lot, PointAmount amount) => new() { Lot = lot, Amount = amount };

    private sealed class Mapping : IEntityTypeConfiguration<HoldLot>
    {
        public void Configure(EntityTypeBuilder<HoldLot> pin)
        {
            pin.ToTable(PointsDbContext.Prefix + "hold_lots", table =>
            {
                table.HasCheckConstraint("CK_points_hold_lots_amount", "\"Amount\" > 0");
                table.HasCheckConstraint("CK_points_hold_lots_returned", "\"Returned\" >= 0 AND \"Returned\" <= \"Amount\"");
            });
            pin.HasKey(row => row.Seq);
            pin.Ignore(row => row.Kept);
            pin.HasOne(row => row.Lot).WithMany().HasForeignKey("LotSeq").IsRequired().OnDelete(DeleteBehavior.Restrict);
        }
    }
}
