using Microsoft.EntityFrameworkCore;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Pos.Persistence;

internal sealed class SqlitePosDbContext(DbContextOptions<SqlitePosDbContext> options) : PosDbContext(options, Dialect.Sqlite)
{
    private sealed class Design() : DesignTimeFactory<SqlitePosDbContext>(Dialect.Sqlite, Prefix, options => new(options));
}

internal sealed class SqlServerPosDbContext(DbContextOptions<SqlServerPosDbContext> options) : PosDbContext(options, Dialect.SqlServer)
{
    private sealed class Design() : DesignTimeFactory<SqlServerPosDbContext>(Dialect.SqlServer, Prefix, options => new(options));
}

internal sealed class PostgreSqlPosDbContext(DbContextOptions<PostgreSqlPosDbContext> options) : PosDbContext(options, Dialect.PostgreSql)
{
    private sealed class Design() : DesignTimeFactory<PostgreSqlPosDbContext>(Dialect.PostgreSql, Prefix, options => new(options));
}
