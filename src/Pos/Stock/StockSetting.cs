using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock;

/// <summary>Whether a shop keeps stock, and when it is warned. A shop without a row keeps none.</summary>
internal sealed class StockSetting : IVersioned
{
    public long Seq { get; private set; }

    public required string Site { get; init; }

    public bool On { get; private set; }

    public int? LowBelow { get; private set; }

    public int DeadAfterDays { get; private set; }

    public long Version { get; private set; }

    public StockRules Rules => new(On, LowBelow, DeadAfterDays);

    public void Keep(StockRules rules) => (On, LowBelow, DeadAfterDays) = (rules.On, rules.LowBelow, rules.DeadAfterDays);

    internal sealed class Mapping : IEntityTypeConfiguration<StockSetting>
    {
        public void Configure(EntityTypeBuilder<StockSetting> setting)
        {
            setting.ToTable("pos_stock_setting");
            setting.HasKey(row => row.Seq);
            setting.HasIndex(row => row.Site).IsUnique();
            setting.Ignore(row => row.Rules);
        }
    }
}

/// <summary>Below how much one product is low, where that is not the shop's own mark.</summary>
internal sealed class StockThreshold : IVersioned
{
    public long Seq { get; private set; }

    public required string Site { get; init; }

    public required string Product { get; init; }

    public int? LowBelow { get; set; }

    public long Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<StockThreshold>
    {
        public void Configure(EntityTypeBuilder<StockThreshold> threshold)
        {
            threshold.ToTable("pos_stock_threshold");
            threshold.HasKey(row => row.Seq);
            threshold.HasIndex(row => new { row.Site, row.Product }).IsUnique();
        }
    }
}

internal static class StockSwitch
{
    public static Task<bool> KeepsStockAsync(this PosDbContext db, string site, CancellationToken ct) => db.Set<StockSetting>().AnyAsync(row => row.Site == site && row.On, ct);

    /// <summary>The same, and nobody else who asks this way goes on at this site before the transaction ends.</summary>
    public static async Task<bool> HoldStockAsync(this PosDbContext db, string site, CancellationToken ct) => await db.Set<StockSetting>()
        .Where(row => row.Site == site && row.On).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), ct) > 0;
}
