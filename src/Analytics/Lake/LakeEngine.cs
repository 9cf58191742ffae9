using System.Globalization;
using DuckDB.NET.Data;

namespace Tourism.Analytics.Lake;

/// <summary>
/// DuckDB in memory over the files of the lake. One connection per use: it is not made for several threads. It reaches nothing but
/// the lake's folder, and takes nothing from the network.
/// </summary>
internal static class LakeEngine
{
    public static DuckDBConnection Open(LakeSettings settings, int threads)
    {
        var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        duck.Execute($"""
            SET autoinstall_known_extensions = false;
            SET autoload_known_extensions = false;
            SET memory_limit = '512MB';
            SET threads = {threads.ToString(CultureInfo.InvariantCulture)};
            SET temp_directory = '';
            SET allowed_directories = [{Text(settings.Directory)}, {Text(Literal(settings.Directory))}];
            SET enable_external_access = false;
            SET lock_configuration = true;
            """);
        return duck;
    }

    public static void Execute(this DuckDBConnection duck, string sql)
    {
        using var command = duck.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static long Count(this DuckDBConnection duck, string sql)
    {
        using var command = duck.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>An SQL string literal, for the statements that take no parameter.</summary>
    public static string Text(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>A path that stands for itself: reading takes patterns, so a folder named <c>a*</c> would also read its neighbours.</summary>
    public static string Literal(string path) => string.Concat(path.Select(sign => sign is '*' or '?' or '[' ? $"[{sign}]" : sign.ToString()));
}
