using DuckDB.NET.Data;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Lake;
using Tourism.Kernel;

namespace Tourism.Analytics.Sales;

/// <summary>The one query behind the table, the chart and the file.</summary>
internal static class SalesCells
{
    /// <summary>A site renamed within the hour appears under its newest name.</summary>
    private const string Sql = """
        SELECT business_date, hour, site, name.ja, name.en, name.ko, name.zh_hant, name.zh_hans, sales, amount, people, points FROM (
            SELECT business_date, hour, site,
                arg_max(struct_pack(ja := site_ja, en := site_en, ko := site_ko, zh_hant := site_zh_hant, zh_hans := site_zh_hans), seq) AS name,
                count(*) AS sales, sum(total_yen)::BIGINT AS amount, sum(people)::INTEGER AS people, sum(points_used)::BIGINT AS points
            FROM read_parquet($files, hive_partitioning = false, union_by_name = true)
            GROUP BY business_date, hour, site)
        ORDER BY business_date, hour, site
        """;

    public static IReadOnlyList<SalesCell> Read(LakeSettings settings, IReadOnlyList<string> files)
    {
        if (files.Count == 0)
            return [];
        using var duck = LakeEngine.Open(settings, Environment.ProcessorCount);
        using var command = duck.CreateCommand();
        command.CommandText = Sql;
        command.Parameters.Add(new DuckDBParameter("files", files.Select(LakeEngine.Literal).ToList()));
        using var reader = command.ExecuteReader();
        var cells = new List<SalesCell>();
        while (reader.Read())
            cells.Add(Cell(reader));
        return cells;
    }

    private static SalesCell Cell(DuckDBDataReader row) => new(
        row.GetString(2), new LocalText(row.GetString(3), Text(row, 4), Text(row, 5), Text(row, 6), Text(row, 7)),
        row.GetFieldValue<DateOnly>(0), row.GetFieldValue<sbyte>(1),
        checked((int)row.GetInt64(8)), new Yen(row.GetInt64(9)), row.GetInt32(10), new PointAmount(row.GetInt64(11)));

    private static string? Text(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
