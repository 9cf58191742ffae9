using Microsoft.EntityFrameworkCore;
using Tourism.Kernel.Server.Jobs;
using Tourism.Pos.Payments;
using Tourism.Pos.Payments.Webhooks;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sales;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Sandbox.Money;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Pos.Tests.Refunds;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>Time passes: every round walks whenever it has something to do, until there is nothing left.</summary>
internal static class Passage
{
    private const int MostSteps = 2_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Walks through all that is due, from one due moment to the next. Fails when it would go on for ever.</summary>
    public static async Task LetTimePassAsync(this CounterHost counter)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await counter.WalkAsync();
            if (await counter.ReadAsync(NextAsync) is not { } next)
            {
                await counter.CloseAbandonedAsync();
                return;
            }

            var now = counter.Host.Clock.GetUtcNow().UtcDateTime;
            counter.Host.Clock.Advance(next > now ? next - now : TimeSpan.FromSeconds(1));
        }

        Assert.Fail("There is always something left to do.");
    }

    /// <summary>What is due now.</summary>
    public static async Task WalkAsync(this CounterHost counter)
    {
        await counter.Host.Get<SettleSandboxMoney>().RunAsync(Ct);
        await counter.Host.DeliverAsync();
        await counter.Host.ProcessAsync();
        await counter.Host.SweepAsync(TimeSpan.Zero);
        await counter.SubmitAsync();
    }

    private static async Task CloseAbandonedAsync(this CounterHost counter)
    {
        counter.Host.Clock.Advance(TimeSpan.FromMinutes(31));
        await counter.Host.Services.GetServices<IJob>().OfType<CancelAbandoned>().Single().RunAsync(Ct);
    }

    /// <summary>When something is due again; <c>null</c> when nothing is.</summary>
    private static async Task<DateTime?> NextAsync(PosDbContext db)
    {
        DateTime?[] due =
        [
            await db.Set<Payment>().Where(row => row.NextTryAt != null).MinAsync(row => row.NextTryAt > row.LeasedUntil ? row.NextTryAt : row.LeasedUntil, Ct),
            await db.Set<RefundTender>().MinAsync(row => row.NextTryAt, Ct),
            await db.Set<StripeEvent>().Where(row => row.State == StripeEventState.Pending).MinAsync(row => (DateTime?)row.NextTryAt, Ct),
            await db.Set<SandboxEvent>().MinAsync(row => row.NextTryAt, Ct),
            await db.Set<SandboxObject>().Where(row => row.Kind == SandboxObject.Refund).MinAsync(row => row.ExpiresAt, Ct),
        ];
        return due.Min();
    }
}
