using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tourism.Kernel.Server.Persistence;

/// <summary>
/// Writes what a context was given to insert with one statement per table, where the database's dialect knows how; otherwise EF does.
/// Tracking a row and writing it alone costs EF more than the row costs the database.
/// </summary>
internal static class BulkInsert
{
    public static async Task RunAsync(ModuleDbContext db, CancellationToken ct)
    {
        if (!db.Dialect.InsertsInBulk)
            db.AddRange(db.Inserts);
        else if (db.Inserts.Count > 0)
            await WriteAsync(db, [.. db.Inserts.SelectMany(entity => Rows(NewRow.Of(db.Model, entity)))], ct);
    }

    private static async Task WriteAsync(ModuleDbContext db, List<NewRow> rows, CancellationToken ct)
    {
        var tables = rows.GroupBy(row => row.Type).Select(table => (Table: NewRows.Of(table.Key), Rows: table.ToList())).OrderBy(table => table.Table.Depth).ToList();
        if (tables.FindAll(table => table.Table.Key is not null) is { Count: > 0 } keyed)
            await db.Dialect.GiveKeysAsync(db, keyed, ct);
        await db.Dialect.InsertAsync(db, tables, ct);
    }

    private static IEnumerable<NewRow> Rows(NewRow row) => NewRows.Of(row.Type).Parts
        .SelectMany(part => ((IEnumerable<object>)part.GetGetter().GetClrValue(row.Entity)!).Select(child => new NewRow(part.TargetEntityType, child, row)))
        .SelectMany(Rows).Prepend(row);
}

/// <summary>A row to be written.</summary>
/// <param name="Type">Its table.</param>
/// <param name="Entity">Its values.</param>
/// <param name="Owner">The row it is a part of.</param>
internal sealed record NewRow(IEntityType Type, object Entity, NewRow? Owner)
{
    /// <summary>Given out before the rows are written, where others refer to it.</summary>
    public long Key { get; set; }

    public static NewRow Of(IModel model, object entity) => new(model.FindEntityType(entity.GetType())!, entity, null);
}
