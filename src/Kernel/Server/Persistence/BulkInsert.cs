using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tourism.Kernel.Server.Persistence;

/// <summary>
/// Writes what a context has to add with one statement per table, where the database's dialect knows how. EF's own statements, one per
/// row, cost more than the rows. What is added this way is no longer tracked; changes to older rows are left to EF.
/// </summary>
internal static class BulkInsert
{
    private const int Worthwhile = 8;

    public static async Task RunAsync(ModuleDbContext db, CancellationToken ct)
    {
        var added = db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added).ToList();
        if (added.Count < Worthwhile || !db.Dialect.InsertsInBulk)
            return;
        var tables = added.GroupBy(entry => (IEntityType)entry.Metadata).OrderBy(table => Depth(table.Key)).ToDictionary(table => table.Key, table => table.ToList());
        var keys = await KeysAsync(db, tables, ct);
        await db.Dialect.InsertAsync(db, [.. tables.Select(table => NewRows.Of(table.Key, table.Value, keys))], ct);
        foreach (var entry in tables.Values.Reverse().SelectMany(entries => entries))
            entry.State = EntityState.Detached;
    }

    private static async Task<NewKeys> KeysAsync(ModuleDbContext db, Dictionary<IEntityType, List<EntityEntry>> tables, CancellationToken ct)
    {
        var keys = new NewKeys();
        var referred = tables.Keys.SelectMany(Principals).Distinct().Where(type => tables.ContainsKey(type) && IsGenerated(type));
        foreach (var type in referred.ToList())
        {
            var column = type.FindPrimaryKey()!.Properties[0].GetColumnName();
            keys.Give(type, tables[type], await db.Dialect.NextKeysAsync(db, type.GetTableName()!, column, tables[type].Count, ct));
        }

        return keys;
    }

    private static bool IsGenerated(IEntityType type) =>
        type.FindPrimaryKey()!.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } key] && key.ClrType == typeof(long);

    private static IEnumerable<IEntityType> Principals(IEntityType type) =>
        type.GetForeignKeys().Select(reference => reference.PrincipalEntityType).Where(principal => principal != type);

    /// <summary>What others refer to comes first.</summary>
    private static int Depth(IEntityType type) => Principals(type).Select(principal => Depth(principal) + 1).DefaultIfEmpty().Max();
}
