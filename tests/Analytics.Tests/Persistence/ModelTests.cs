using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Persistence;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Tests.Persistence;

public sealed class ModelTests
{
    [Fact]
    public void Migrations_OfEveryProvider_CoverTheModel()
    {
        Assert.All<DbContext>(
            [
                new SqliteAnalyticsDbContext(Options<SqliteAnalyticsDbContext>(Dialect.Sqlite)),
                new SqlServerAnalyticsDbContext(Options<SqlServerAnalyticsDbContext>(Dialect.SqlServer)),
                new PostgreSqlAnalyticsDbContext(Options<PostgreSqlAnalyticsDbContext>(Dialect.PostgreSql)),
            ],
            db => Assert.False(db.Database.HasPendingModelChanges()));
    }

    private static DbContextOptions<T> Options<T>(Dialect dialect) where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        dialect.Use(options, "", ModuleDatabase.HistoryTable(AnalyticsDbContext.Prefix));
        return options.Options;
    }
}
