using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Contracts;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>What a points hold became: paid into a sale, or given up. Unique per hold, so a late sale and the hold's timer cannot both win.</summary>
internal sealed class HoldUse
{
    public long Seq { get; private set; }

    public required Guid Hold { get; init; }

    /// <summary><c>null</c> when the hold was given up before any sale took it.</summary>
    public Guid? Sale { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<HoldUse>
    {
        public void Configure(EntityTypeBuilder<HoldUse> use)
        {
            use.ToTable("pos_hold_use");
            use.HasKey(row => row.Seq);
            use.HasIndex(row => row.Hold).IsUnique();
        }
    }
}

/// <summary>Says what becomes of points that were held for a sale and never heard of again.</summary>
internal sealed class HoldOwner(Writer<PosDbContext> writer) : IHoldOwner
{
    public async Task<HoldVerdict> AskAsync(Guid hold, Guid owner, CancellationToken ct) =>
        (await writer.RunAsync<HoldVerdict>(async db => await DecideAsync(db, hold, ct), ct)).Value;

    private static async Task<HoldVerdict> DecideAsync(PosDbContext db, Guid hold, CancellationToken ct)
    {
        var use = await db.Set<HoldUse>().SingleOrDefaultAsync(row => row.Hold == hold, ct);
        if (use is null)
            db.Add(new HoldUse { Hold = hold });
        if (use?.Sale is not { } sale)
            return HoldVerdict.Release;
        return await db.Set<Sale>().Where(row => row.Id == sale).Select(row => row.State).SingleAsync(ct) switch
        {
            SaleState.Completed => HoldVerdict.Capture,
            SaleState.Cancelled => HoldVerdict.Release,
            _ => HoldVerdict.Keep,
        };
    }
}
