using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Tourism.Database.Tests.Schema;

/// <summary>Writes and reads rows by plain SQL, because the classes of today do not fit the tables of an older version.</summary>
internal sealed class Rows(DbContext db)
{
    private readonly ISqlGenerationHelper _sql = db.GetService<ISqlGenerationHelper>();

    /// <summary>One row in every table of a model. Returns what was written, by table and column.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>>> FillAsync(IRelationalModel model)
    {
        var written = new Dictionary<string, IReadOnlyDictionary<string, object?>>();
        foreach (var table in InOrderOfReference(model))
        {
            await InsertAsync(table);
            written[table.Name] = (await ReadAsync(table.Name, table.Columns.Select(column => column.Name))).Single();
        }

        return written;
    }

    /// <summary>The named columns of all rows.</summary>
    public async Task<List<Dictionary<string, object?>>> ReadAsync(string table, IEnumerable<string> columns)
    {
        var names = columns.ToList();
        await using var command = await CommandAsync();
        command.CommandText = $"SELECT {string.Join(", ", names.Select(_sql.DelimitIdentifier))} FROM {_sql.DelimitIdentifier(table)}";
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<Dictionary<string, object?>>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(names.Select((name, at) => (name, value: reader.GetValue(at))).ToDictionary(pair => pair.name, pair => (object?)pair.value));
        return rows;
    }

    private async Task InsertAsync(ITable table)
    {
        var columns = table.Columns.Where(column => !IsMadeByTheDatabase(column)).ToList();
        await using var command = await CommandAsync();
        foreach (var (at, column) in columns.Index())
            command.Parameters.Add(column.StoreTypeMapping.CreateParameter(command, $"@p{at}", SampleOf(column), nullable: true));
        command.CommandText = $"INSERT INTO {_sql.DelimitIdentifier(table.Name)} ({string.Join(", ", columns.Select(column => _sql.DelimitIdentifier(column.Name)))}) "
            + $"VALUES ({string.Join(", ", columns.Select((_, at) => $"@p{at}"))})";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<DbCommand> CommandAsync()
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return db.Database.GetDbConnection().CreateCommand();
    }

    /// <summary>Numbers that the database gives out start at 1, which is also the sample of every other number.</summary>
    private static bool IsMadeByTheDatabase(IColumn column) => column.ComputedColumnSql is not null
        || column.PropertyMappings.Any(mapping => mapping.Property.ValueGenerated == ValueGenerated.OnAdd && mapping.Property.ClrType == typeof(long) && mapping.Property.IsPrimaryKey());

    private static object? SampleOf(IColumn column)
    {
        var target = Reference(column);
        if (target is not null)
            return target.Table == column.Table && column.IsNullable ? null : SampleOf(target);
        var type = column.PropertyMappings[0].Property.ClrType;
        return (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            // Long enough to tell columns apart, short enough to fit.
            var text when text == typeof(string) => column.Name[..Math.Min(column.Name.Length, column.PropertyMappings[0].Property.GetMaxLength() is > 0 and var most ? most : 40)],
            var id when id == typeof(Guid) => new Guid("01990000-0000-7000-8000-000000000001"),
            var time when time == typeof(DateTime) => new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc),
            var day when day == typeof(DateOnly) => new DateOnly(2026, 4, 1),
            var bytes when bytes == typeof(byte[]) => new byte[] { 1, 2, 3 },
            var yes when yes == typeof(bool) => true,
            var number => Convert.ChangeType(1, number, System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    private static IColumn? Reference(IColumn column) => column.Table is not ITable table ? null : table.ForeignKeyConstraints
        .Where(key => key.Columns.Contains(column)).Select(key => key.PrincipalColumns[key.Columns.Index().First(pair => pair.Item == column).Index]).FirstOrDefault();

    private static List<ITable> InOrderOfReference(IRelationalModel model)
    {
        var (open, ordered) = (model.Tables.ToList(), new List<ITable>());
        while (open.Count > 0)
        {
            var next = open.First(table => table.ForeignKeyConstraints.All(key => key.PrincipalTable == table || ordered.Contains(key.PrincipalTable)));
            open.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }
}
