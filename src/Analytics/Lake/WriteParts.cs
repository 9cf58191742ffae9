using DuckDB.NET.Data;
using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Persistence;
using Tourism.Kernel;

namespace Tourism.Analytics.Lake;

/// <summary>
/// Middle step of a load: for each dataset and business date it touches, writes a new file with the published rows and the load's.
/// It depends only on the load, so doing it again, or on two hosts, gives the same files; nobody sees them before they are published.
/// </summary>
internal sealed class WriteParts(IDbContextFactory<AnalyticsDbContext> contexts, LakeFiles files, LakeSettings settings)
{
    /// <summary>Several threads would cut a file into row groups in an order of their own.</summary>
    private const int Threads = 1;

    public async Task<IReadOnlyList<WrittenPart>> RunAsync(long load, CancellationToken ct)
    {
        Directory.CreateDirectory(settings.Directory);
        using var duck = LakeEngine.Open(settings, Threads);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var facts = db.Facts.AsNoTracking().Where(fact => fact.Load == load).OrderBy(fact => fact.Seq).AsAsyncEnumerable();
        using (var fresh = new FreshFacts(duck))
            await foreach (var fact in facts.WithCancellation(ct))
                fresh.Add(fact);
        var written = new List<WrittenPart>();
        foreach (var dataset in Dataset.All)
            foreach (var date in DatesOf(duck, dataset))
                written.Add(Write(duck, dataset, date, load, await BeforeAsync(db, dataset, date, load, ct)));
        return written;
    }

    private static List<DateOnly> DatesOf(DuckDBConnection duck, Dataset dataset)
    {
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT DISTINCT business_date FROM {dataset.Name} ORDER BY business_date";
        using var reader = command.ExecuteReader();
        var dates = new List<DateOnly>();
        while (reader.Read())
            dates.Add(reader.GetFieldValue<DateOnly>(0));
        return dates;
    }

    private static Task<LakePart?> BeforeAsync(AnalyticsDbContext db, Dataset dataset, DateOnly date, long load, CancellationToken ct) =>
        db.PartsAsOf(load - 1, dataset.Name).SingleOrDefaultAsync(part => part.BusinessDate == date, ct);

    private WrittenPart Write(DuckDBConnection duck, Dataset dataset, DateOnly date, long load, LakePart? before)
    {
        if (before is not null && files.Check(before) is { } damage)
            throw new InvalidDataException(damage.En);
        var fresh = $"FROM {dataset.Name} WHERE business_date = DATE '{BusinessDate.Text(date)}'";
        var kept = before is null ? "" : "UNION ALL BY NAME " + From(files.PathOf(before));
        var temporary = files.NewTemporary(dataset.Name, date);
        var rowsInOrder = $"SELECT * FROM ({fresh} {kept}) ORDER BY {dataset.Order}";
        duck.Execute($"COPY ({rowsInOrder}) TO {LakeEngine.Text(temporary)} (FORMAT parquet, COMPRESSION zstd)");
        var rows = duck.Count("SELECT count(*) " + From(temporary));
        var expected = duck.Count("SELECT count(*) " + fresh) + (before?.Rows ?? 0);
        return rows == expected
            ? files.Keep(temporary, dataset.Name, date, load, rows)
            : throw new InvalidDataException($"{dataset.Name} of {date:O} should have {expected} rows after load {load} and has {rows}.");
    }

    private static string From(string path) => $"FROM read_parquet({LakeEngine.Text(LakeEngine.Literal(path))}, hive_partitioning = false)";
}
