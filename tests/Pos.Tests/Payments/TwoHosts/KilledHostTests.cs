using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Payments.Failures;
using Tourism.Testing;
using Tourism.Testing.Databases;

namespace Tourism.Pos.Tests.Payments.TwoHosts;

/// <summary>
/// Two hosts on one database, one of them killed while it talks with the provider: money and books agree, once the sweeps have passed. The sandbox lives
/// in the host, so it dies in the middle of acting, too; that it acts after our death is told by <see cref="PowerCutTests"/>.
/// <c>scripts/bench kill-payments</c> kills more often, by <c>TOURISM_KILL_ROUNDS</c> and from another <c>TOURISM_KILL_SEED</c>.
/// </summary>
public sealed class KilledHostTests(PostgreSqlFixture database) : DatabaseSuite(database), IClassFixture<PostgreSqlFixture>
{
    /// <summary>There is one card reader.</summary>
    private static readonly LineKind[] Lines = [LineKind.Reader, LineKind.Page, LineKind.Page, LineKind.Page, LineKind.Ahead, LineKind.Ahead];

    /// <summary>The sweeps ask after 5 seconds, 30 seconds and 2 minutes.</summary>
    private static readonly TimeSpan Sweeps = TimeSpan.FromMinutes(4);

    [DatabaseFact]
    public async Task Payments_OneOfTwoHostsKilledInMidCall_AgreeWithTheProvider()
    {
        Needs.Host();
        await using var hosts = await HostPair.StartAsync(Database);
        await hosts.AskAsync<SessionView>(0, HttpMethod.Post, "/api/v1/session", new SignInRequest("hanako"));
        var random = new Random(Setting("TOURISM_KILL_SEED", 5));
        var queues = Lines.Select(kind => new Queue(hosts, new Random(random.Next()), kind)).ToList();

        var serving = Task.WhenAll(queues.Select(queue => Task.Run(queue.RunAsync)));
        for (var round = 0; round < Setting("TOURISM_KILL_ROUNDS", 2) && !serving.IsFaulted; round++)
            await KillAsync(hosts, round % 2, random, serving);
        queues.ForEach(queue => queue.Close());
        await serving;

        Assert.All(queues, queue => Assert.NotEqual(0, queue.Served));
        Assert.Empty(await LeftAsync());
        await CheckSeriesAsync(hosts);
        await NoteAsync(queues.Sum(queue => queue.Served));
    }

    private static async Task KillAsync(HostPair hosts, int host, Random random, Task serving)
    {
        await Task.Delay(random.Next(500, 2_000));
        while (!hosts.IsInCall(host) && !serving.IsFaulted)
            await Task.Delay(1);
        await Task.Delay(random.Next(0, 60));
        await hosts.CutAsync(host, TimeSpan.FromMilliseconds(random.Next(0, 1_500)));
    }

    /// <summary>What does not agree when every sweep has had its time.</summary>
    private async Task<List<string>> LeftAsync()
    {
        await using var services = Database.Services(all => all.AddPos());
        var until = TimeProvider.System.GetUtcNow() + Sweeps;
        while (true)
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<PosDbContext>>().CreateDbContextAsync();
            var (_, differences) = await MoneyCheck.LookAsync(db);
            if (differences.Count == 0 || TimeProvider.System.GetUtcNow() > until)
                return differences;
            await Task.Delay(500);
        }
    }

    /// <summary>Both hosts gave numbers of the one series that no till keeps.</summary>
    private static async Task CheckSeriesAsync(HostPair hosts)
    {
        await hosts.AskAsync<SessionView>(0, HttpMethod.Post, "/api/v1/session", new SignInRequest("admin"));
        var epoch = Assert.Single((await hosts.AskAsync<JournalView>(1, HttpMethod.Get, "/api/v1/tills/akiyoshido-phone/journal")).Epochs);
        Assert.True(epoch.Verified);
        Assert.Empty(epoch.Gaps);
        Assert.Empty(epoch.Forks);
        Assert.NotEqual(0, epoch.LastNumber);
    }

    private static async Task NoteAsync(int payments)
    {
        if (Environment.GetEnvironmentVariable("TOURISM_FIGURES") is { } file)
            await File.WriteAllTextAsync(file, $"payments={payments} differences=0");
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
