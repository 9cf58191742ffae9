using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Database.Tests.Schema;

/// <summary>What can be known of every schema without a server.</summary>
public sealed class ModelTests
{
    public static TheoryData<string, DatabaseProvider> OnEveryDatabase => Modules.OnEveryDatabase;

    [Theory]
    [MemberData(nameof(OnEveryDatabase))]
    public void Model_Changed_HasItsMigration(string prefix, DatabaseProvider provider)
    {
        using var db = Modules.Offline(prefix, provider);
        Assert.False(db.Database.HasPendingModelChanges(), $"Write the migration: scripts/add-migration {ModuleOf(prefix)} NAME");
    }

    [Theory]
    [MemberData(nameof(OnEveryDatabase))]
    public void Tables_OfAModule_CarryItsPrefix(string prefix, DatabaseProvider provider)
    {
        using var db = Modules.Offline(prefix, provider);
        Assert.All(db.Model.GetRelationalModel().Tables, table => Assert.StartsWith(prefix, table.Name, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OnEveryDatabase))]
    public void Columns_OfAnyTable_AreNeverFloatingOrDecimal(string prefix, DatabaseProvider provider)
    {
        using var db = Modules.Offline(prefix, provider);
        var properties = db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties());
        Assert.DoesNotContain(properties, property => Inexact.Contains(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType));
    }

    [Theory]
    [MemberData(nameof(OnEveryDatabase))]
    public void Migrations_OfAModule_HaveTheSameNamesEverywhere(string prefix, DatabaseProvider provider)
    {
        using var db = Modules.Offline(prefix, provider);
        using var sqlite = Modules.Offline(prefix, DatabaseProvider.Sqlite);
        Assert.Equal(Names(sqlite), Names(db));
    }

    private static Type[] Inexact => [typeof(decimal), typeof(double), typeof(float)];

    private static IEnumerable<string> Names(ModuleDbContext db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);

    private static string ModuleOf(string prefix) => char.ToUpperInvariant(prefix[0]) + prefix[1..].TrimEnd('_');
}
