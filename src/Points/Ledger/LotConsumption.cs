using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Points.Persistence;

namespace Tourism.Points.Ledger;

/// <summary>Which lot paid how much of an entry, so that a refund can give back exactly those points.</summary>
internal sealed class LotConsumption
{
    public long Seq { get; private set; }

    public PointLot Lot { get; private set; } = null!;

    public PointAmount Amount { get; private set; }

    /// <summary>Given back to the lot instead of taken from it.</summary>
    public bool Reverses { get; private set; }

    public static LotConsumption Of(PointLot lot, PointAmount amount, bool reverses = false) => new() { Lot = lot, Amount = amount, Reverses = reverses };

    private sealed class Mapping : IEntityTypeConfiguration<LotConsumption>
    {
        public void Configure(EntityTypeBuilder<LotConsumption> consumption)
        {
            consumption.ToTable(PointsDbContext.Prefix + "lot_consumptions", table =>
                table.HasCheckConstraint("CK_points_lot_consumptions_amount", "\"Amount\" > 0"));
            consumption.HasKey(row => row.Seq);
            consumption.HasOne(row => row.Lot).WithMany().HasForeignKey("LotSeq").IsRequired().OnDelete(DeleteBehavior.Restrict);
        }
    }
}
