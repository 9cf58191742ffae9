using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Database.Tests.Kernel;

/// <summary>The smallest module there can be: one row that counts, and the outbox that every module has.</summary>
internal abstract class TestDbContext(DbContextOptions options, Dialect dialect) : ModuleDbContext(options, dialect, Prefix)
{
    public const string Prefix = "test_";

    public DbSet<Counter> Counters => Set<Counter>();
}

internal sealed class SqliteTestDbContext(DbContextOptions<SqliteTestDbContext> options) : TestDbContext(options, Dialect.Sqlite);

internal sealed class SqlServerTestDbContext(DbContextOptions<SqlServerTestDbContext> options) : TestDbContext(options, Dialect.SqlServer);

internal sealed class PostgreSqlTestDbContext(DbContextOptions<PostgreSqlTestDbContext> options) : TestDbContext(options, Dialect.PostgreSql);

/// <summary>A row named by its client.</summary>
internal sealed class Counter : IVersioned
{
    public long Seq { get; private set; }

    public Guid Id { get; init; }

    public long Value { get; set; }

    public string Text { get; set; } = "";

    public DateTime At { get; set; }

    public long Version { get; private set; }

    private sealed class Mapping : IEntityTypeConfiguration<Counter>
    {
        public void Configure(EntityTypeBuilder<Counter> counter)
        {
            counter.ToTable(TestDbContext.Prefix + "counters");
            counter.HasKey(row => row.Seq);
            counter.HasIndex(row => row.Id).IsUnique();
            counter.Property(row => row.Text).HasMaxLength(-1);
        }
    }
}
