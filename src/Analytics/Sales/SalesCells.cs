using DuckDB.NET.Data;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Lake;
using Tourism.Kernel;

namespace Tourism.Analytics.Sales;

/// <summary>The one query behind the table, the chart and the file.</summary>
internal static class SalesCells
{
    private const string Place = "business_date, hour, site, site_ja, site_en, site_ko, site_zh_hant, site_zh_hans, seq";

    private const string SoldRows = $"""
        SELECT {Place}, 1 AS sold, total_yen AS amount, people, points_used AS points, 0 AS refunds, 0 AS refunded, 0 AS people_back, 0 AS points_back
        FROM read_parquet($sales, hive_partitioning = false, union_by_name = true)
        """;

    private const string RefundedRows = $"""
        SELECT {Place}, 0 AS sold, 0 AS amount, 0 AS people, 0 AS points, 1 AS refunds, total_yen AS refunded, people AS people_back, points_returned AS points_back
        FROM read_parquet($refunds, hive_partitioning = false, union_by_name = true)
        """;

    public static IReadOnlyList<SalesCell> Read(LakeSettings settings, IReadOnlyList<string> sales, IReadOnlyList<string> refunds)
    {
        // A list of no files cannot be read.
        List<(string Name, IReadOnlyList<string> Files, string Rows)> sources = [("sales", sales, SoldRows), ("refunds", refunds, RefundedRows)];
        sources.RemoveAll(source => source.Files.Count == 0);
        if (sources.Count == 0)
            return [];
        using var duck = LakeEngine.Open(settings, Environment.ProcessorCount);
        using var command = duck.CreateCommand();
        command.CommandText = Sql(string.Join(" UNION ALL ", sources.Select(source => source.Rows)));
        foreach (var (name, files, _) in sources)
            command.Parameters.Add(new DuckDBParameter(name, files.Select(LakeEngine.Literal).ToList()));
        using var reader = command.ExecuteReader();
        var cells = new List<SalesCell>();
        while (reader.Read())
            cells.Add(Cell(reader));
        return cells;
    }

    /// <summary>A site renamed within the hour appears under its newest name.</summary>
    private static string Sql(string rows) => $"""
        SELECT business_date, hour, site, name.ja, name.en, name.ko, name.zh_hant, name.zh_hans,
            sales, amount, people, points, refunds, refunded, people_back, points_back FROM (
            SELECT business_date, hour, site,
                arg_max(struct_pack(ja := site_ja, en := site_en, ko := site_ko, zh_hant := site_zh_hant, zh_hans := site_zh_hans), seq) AS name,
                sum(sold)::BIGINT AS sales, sum(amount)::BIGINT AS amount, sum(people)::BIGINT AS people, sum(points)::BIGINT AS points,
                sum(refunds)::BIGINT AS refunds, sum(refunded)::BIGINT AS refunded, sum(people_back)::BIGINT AS people_back, sum(points_back)::BIGINT AS points_back
            FROM ({rows})
            GROUP BY business_date, hour, site)
        ORDER BY business_date, hour, site
        """;

    private static SalesCell Cell(DuckDBDataReader row)
    {
        var (amount, refunded) = (new Yen(row.GetInt64(9)), new Yen(row.GetInt64(13)));
        return new SalesCell(
            row.GetString(2), new LocalText(row.GetString(3), Text(row, 4), Text(row, 5), Text(row, 6), Text(row, 7)),
            row.GetFieldValue<DateOnly>(0), row.GetFieldValue<sbyte>(1), Count(row, 8), amount, Count(row, 10), new PointAmount(row.GetInt64(11)))
        {
            Refunds = Count(row, 12),
            Refunded = refunded,
            Net = amount - refunded,
            PeopleRefunded = Count(row, 14),
            PointsReturned = new PointAmount(row.GetInt64(15)),
        };
    }

    private static int Count(DuckDBDataReader row, int column) => checked((int)row.GetInt64(column));

    private static string? Text(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
