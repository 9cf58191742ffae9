using System.Globalization;
using Tourism.Testing.Databases;

namespace Tourism.Api.Tests;

/// <summary>
/// Power cuts while sixteen hands sell: every sale that was answered is there once, none twice, and the journal verifies.
/// <c>scripts/bench kill</c> cuts more often, by <c>TOURISM_KILL_ROUNDS</c> and from another <c>TOURISM_KILL_SEED</c>.
/// </summary>
public abstract class KillContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private const int Hands = 16;

    [DatabaseFact]
    public async Task Sales_HostKilledUnderLoad_AreThereOnceIfAnswered()
    {
        await using var host = await RunningHost.StartAsync(Database);
        using var staff = await Staff.SignInAsync(host.Url, "hanako");
        var till = await BusyTill.OpenAsync(staff);
        var random = new Random(Setting("TOURISM_KILL_SEED", 5));

        var selling = till.SellAsync(Hands);
        for (var round = 0; round < Setting("TOURISM_KILL_ROUNDS", 2); round++)
        {
            await Task.WhenAny(selling, Task.Delay(random.Next(300, 2000)));
            await host.CrashAsync();
        }

        till.Close();
        await selling;
        await CheckAsync(till);
    }

    private static async Task CheckAsync(BusyTill till)
    {
        var journal = await till.JournalAsync();
        Assert.Empty(journal.Broken);
        Assert.Equal((till.Numbers, true), (journal.LastNumber, journal.Verified));
        Assert.Empty(journal.Gaps);
        Assert.Empty(journal.Forks);
        Assert.Equal(till.Numbers, till.Answered.Values.Distinct().Count());
        foreach (var (id, receipt) in till.Answered.Where((_, index) => index % 10 == 0))
            Assert.Equal(receipt, (await till.FindAsync(id)).ReceiptNumber);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}

public sealed class KillOnSqlite(SqliteFixture database) : KillContract(database), IClassFixture<SqliteFixture>;

public sealed class KillOnPostgreSql(PostgreSqlFixture database) : KillContract(database), IClassFixture<PostgreSqlFixture>;
