using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Payments;
using Tourism.Pos.Payments.Webhooks;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments;

/// <summary>What till, visitor, provider and time do in these tests.</summary>
internal static class PaymentSteps
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<Result<Written<PaymentView>>> StartAsync(this PaymentHost host, Guid payment, string language = "en", Guid sale = default) =>
        host.Get<StartPayment>().HandleAsync(payment, new PaymentRequest(sale, language), Ct);

    public static async Task<Guid> StartNewAsync(this PaymentHost host)
    {
        var payment = Guid.CreateVersion7();
        await host.StartAsync(payment);
        return payment;
    }

    public static Task<Result<PaymentView>> CancelAsync(this PaymentHost host, Guid payment) => host.Get<CancelPayment>().HandleAsync(payment, Ct);

    public static async Task<PaymentState> StateAsync(this PaymentHost host, Guid payment) => (await host.LoadAsync(payment)).State;

    /// <summary>Ids of every session the provider has made, oldest first.</summary>
    public static async Task<List<string>> SessionsAsync(this PaymentHost host)
    {
        await using var db = await host.Get<IDbContextFactory<PosDbContext>>().CreateDbContextAsync(Ct);
        return await db.Set<SandboxObject>().Where(row => row.Kind == SandboxObject.Session).OrderBy(row => row.Seq).Select(row => row.Id).ToListAsync(Ct);
    }

    public static async Task<JsonObject?> VisitorPaysAsync(this PaymentHost host, CheckoutAct act = CheckoutAct.Card) =>
        await host.Get<PayCheckout>().ActAsync((await host.SessionsAsync()).Last(), act, Ct);

    public static Task<int> DeliverAsync(this PaymentHost host) => host.Get<DeliverSandboxEvents>().RunAsync(Ct);

    public static Task<int> ProcessAsync(this PaymentHost host) => host.Get<ProcessStripeEvents>().RunAsync(Ct);

    public static Task<int> SweepAsync(this PaymentHost host, TimeSpan later)
    {
        host.Clock.Advance(later);
        return host.Get<SweepPayments>().RunAsync(Ct);
    }

    public static async Task<List<StripeEvent>> InboxAsync(this PaymentHost host)
    {
        await using var db = await host.Get<IDbContextFactory<PosDbContext>>().CreateDbContextAsync(Ct);
        return await db.Set<StripeEvent>().AsNoTracking().OrderBy(row => row.Seq).ToListAsync(Ct);
    }
}
