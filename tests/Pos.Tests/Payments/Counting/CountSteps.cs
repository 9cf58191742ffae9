using Microsoft.EntityFrameworkCore;
using Tourism.Kernel.Server.Jobs;
using Tourism.Kernel.Server.Persistence;
using Tourism.Kernel;
using Tourism.Pos.Payments.Counting;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments.Counting;

/// <summary>Nights after business days, and what they leave in the books.</summary>
internal static class CountSteps
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Guid> PaidAsync(this PaymentHost host)
    {
        var payment = await host.StartNewAsync();
        await host.VisitorPaysAsync();
        await host.DeliverAsync();
        await host.ProcessAsync();
        return payment;
    }

    /// <summary>The sandbox loses what it would tell.</summary>
    public static async Task<Guid> PaidUnheardAsync(this PaymentHost host)
    {
        var payment = await host.StartNewAsync();
        await host.CancelAtProviderNeverHeardAsync(payment);
        await host.VisitorPaysAsync();
        return payment;
    }

    public static async Task NightAsync(this PaymentHost host, int days = 1)
    {
        host.Clock.Advance(TimeSpan.FromDays(days));
        await host.CompareAsync();
    }

    public static Task CompareAsync(this PaymentHost host) => host.Job("pos-compare-money").RunAsync(Ct);

    public static IJob Job(this PaymentHost host, string name) => host.Get<IEnumerable<IJob>>().Single(job => job.Name == name);

    public static async Task<MoneyCountView> CountedAsync(this PaymentHost host, bool open = true) => await host.Get<FindDifferences>().HandleAsync(open, Ct);

    public static async Task<MoneyDifferenceView> OnlyDifferenceAsync(this PaymentHost host, bool open = true) => Assert.Single((await host.CountedAsync(open)).Differences);

    public static async Task<List<T>> RowsAsync<T>(this PaymentHost host) where T : class
    {
        await using var db = await host.Get<IDbContextFactory<PosDbContext>>().CreateDbContextAsync(Ct);
        return await db.Set<T>().AsNoTracking().ToListAsync(Ct);
    }

    public static Task ChangeAsync(this PaymentHost host, Func<PosDbContext, Task> change) => host.Get<Writer<PosDbContext>>().RunAsync<bool>(async db =>
    {
        await change(db);
        return true;
    }, Ct);

    /// <summary>A part of a refund as our books would have it.</summary>
    public static async Task<Guid> RefundAsync(this PaymentHost host, Guid payment, long amount)
    {
        var part = new RefundTender
        {
            Id = Guid.CreateVersion7(), Tender = payment, Kind = TenderKind.Qr, Amount = new Yen(amount), State = RefundState.Pending, NextTryAt = host.Clock.GetUtcNow().UtcDateTime,
        };
        await host.ChangeAsync(db => Task.FromResult(db.Add(part)));
        await host.Get<SubmitRefunds>().RunAsync(Ct);
        return part.Id;
    }

    /// <summary>The till gives up while the provider cannot be asked, and nothing is tried again.</summary>
    private static Task CancelAtProviderNeverHeardAsync(this PaymentHost host, Guid payment) => host.ChangeAsync(db =>
        db.Set<Pos.Payments.Payment>().Where(row => row.Id == payment)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, PaymentState.Cancelled).SetProperty(one => one.NextTryAt, (DateTime?)null), Ct));

    /// <summary>Something happens in the provider's books that nobody asked it for.</summary>
    public static Task AtProviderAsync(this PaymentHost host, string id, Action<System.Text.Json.Nodes.JsonObject> change) => host.ChangeAsync(async db =>
    {
        var stored = await db.Set<SandboxObject>().SingleAsync(row => row.Id == id, Ct);
        var json = stored.Read();
        change(json);
        stored.Write(json);
    });
}
