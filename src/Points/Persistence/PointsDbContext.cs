using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Holds;
using Tourism.Points.Ledger;
using Tourism.Points.Members;
using Tourism.Points.Programmes;

namespace Tourism.Points.Persistence;

internal abstract class PointsDbContext(DbContextOptions options, Dialect dialect) : ModuleDbContext(options, dialect, Prefix)
{
    public const string Prefix = "points_";

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<BudgetLine> BudgetLines => Set<BudgetLine>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Wallet> Wallets => Set<Wallet>();

    public DbSet<Operation> Operations => Set<Operation>();

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<PointLot> Lots => Set<PointLot>();

    public DbSet<Hold> Holds => Set<Hold>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        base.ConfigureConventions(configuration);
        configuration.Properties<LocalText>().HaveConversion<LocalTextColumn>().HaveMaxLength(-1);
    }

    private sealed class LocalTextColumn() : ValueConverter<LocalText, string>(
        text => JsonSerializer.Serialize(text, Json.Options),
        json => JsonSerializer.Deserialize<LocalText>(json, Json.Options)!);
}
