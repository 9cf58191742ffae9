using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Ledger;
using Tourism.Points.Persistence;

namespace Tourism.Points.Holds;

/// <summary>Points reserved for one sale. It leaves <see cref="HoldState.Held"/> at most once.</summary>
internal sealed class Hold
{
    public long Seq { get; private set; }

    public Guid Id { get; private set; }

    public Guid Member { get; private set; }

    public string Shop { get; private set; } = "";

    public LocalText ShopName { get; private set; } = null!;

    public PointAmount Points { get; private set; }

    public Guid Owner { get; private set; }

    public HoldState State { get; private set; }

    public DateTime HeldAt { get; private set; }

    public DateTime? ResolvedAt { get; private set; }

    public List<HoldLot> Lots { get; } = [];

    public static Hold Of(Operation operation, Guid member, HoldRequest request) => new()
    {
        Id = operation.Id,
        Member = member,
        Shop = request.Shop,
        ShopName = request.ShopName,
        Points = request.Points,
        Owner = request.Owner,
        HeldAt = operation.RecordedAt,
    };

    /// <summary>Pins lots in the order given until the hold is covered. The caller has made sure that they suffice.</summary>
    public void Pin(IEnumerable<PointLot> lots)
    {
        var missing = Points;
        foreach (var lot in lots.TakeWhile(_ => missing > PointAmount.Zero))
        {
            var part = lot.Free < missing ? lot.Free : missing;
            lot.Pin(part);
            Lots.Add(HoldLot.Of(lot, part));
            missing -= part;
        }
    }

    public void Resolve(HoldState state, DateTime now) => (State, ResolvedAt) = (state, now);

    private sealed class Mapping : IEntityTypeConfiguration<Hold>
    {
        public void Configure(EntityTypeBuilder<Hold> hold)
        {
            hold.ToTable(PointsDbContext.Prefix + "holds", table => table.HasCheckConstraint("CK_points_holds_points", "\"Points\" > 0"));
            hold.HasKey(row => row.Seq);
            hold.HasIndex(row => row.Id).IsUnique();
            hold.HasIndex(row => new { row.State, row.HeldAt });
            hold.HasIndex(row => new { row.Member, row.State, row.Seq });
            hold.HasOne<Wallet>().WithMany().HasForeignKey(row => row.Member).HasPrincipalKey(wallet => wallet.Member).OnDelete(DeleteBehavior.Restrict);
            hold.HasMany(row => row.Lots).WithOne().HasForeignKey("HoldSeq").IsRequired().OnDelete(DeleteBehavior.Restrict);
            hold.Property(row => row.Shop).HasMaxLength(40);
        }
    }
}
