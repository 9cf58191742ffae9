using Microsoft.EntityFrameworkCore;
using Tourism.Testing.Databases;

namespace Tourism.Api.Tests;

internal static class BehindTheHost
{
    /// <summary>Changes the database as somebody with every right in it could; how many rows there were.</summary>
    public static async Task<int> ExecuteAsync(this DatabaseFixture database, FormattableString sql)
    {
        var options = new DbContextOptionsBuilder();
        database.Dialect.Use(options, database.ConnectionString, "none");
        await using var db = new DbContext(options.Options);
        return await db.Database.ExecuteSqlAsync(sql);
    }
}
