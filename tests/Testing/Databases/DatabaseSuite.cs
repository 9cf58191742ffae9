using Xunit;

namespace Tourism.Testing.Databases;

/// <summary>
/// Base of a contract that every database must keep: write it once as an abstract class with <see cref="DatabaseFactAttribute"/>
/// tests, and derive one empty class per database.
/// </summary>
/// <example><code>
/// public abstract class HoldContract(DatabaseFixture database) : DatabaseSuite(database) { [DatabaseFact] public async Task … }
/// public sealed class HoldOnSqlite(SqliteFixture database) : HoldContract(database), IClassFixture&lt;SqliteFixture&gt;;
/// public sealed class HoldOnPostgreSql(PostgreSqlFixture database) : HoldContract(database), IClassFixture&lt;PostgreSqlFixture&gt;;
/// public sealed class HoldOnSqlServer(SqlServerFixture database) : HoldContract(database), IClassFixture&lt;SqlServerFixture&gt;;
/// </code></example>
public abstract class DatabaseSuite(DatabaseFixture database)
{
    /// <summary>The suite's own database.</summary>
    protected DatabaseFixture Database => database;

    /// <summary>Stands for the whole suite where its database is missing: one named skip, or one failure on a build server.</summary>
    [Fact]
    public void Database_OfThisSuite_IsThere()
    {
        Needs.Demand(database.Missing, alsoInCi: database.NeededInCi);
        Assert.NotEqual("", database.ConnectionString);
    }
}
