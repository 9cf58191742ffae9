using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sandbox;

namespace Tourism.Pos.Tests.Payments.Simulation;

/// <summary>The provider's webhooks on a bad day: some never come, some come twice, all in any order.</summary>
internal sealed class Post(PaymentHost host, Random random)
{
    private const int Most = 12;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task BringAsync()
    {
        foreach (var body in await TakeAsync())
        {
            for (var copies = random.Next(10) switch { 0 => 0, 1 => 2, _ => 1 }; copies > 0; copies--)
                await host.PostSignedAsync(body);
        }
    }

    private async Task<string[]> TakeAsync()
    {
        var now = host.Clock.UtcMicros();
        var told = await host.Get<Writer<PosDbContext>>().RunAsync<List<SandboxEvent>>(async db =>
        {
            var due = await db.Set<SandboxEvent>().Where(row => row.NextTryAt <= now).OrderBy(row => row.Seq).Take(Most).ToListAsync(Ct);
            due.ForEach(row => row.Settle(taken: true, now));
            return due;
        }, Ct);
        var bodies = told.Value.Select(row => row.Body).ToArray();
        random.Shuffle(bodies);
        return bodies;
    }
}
