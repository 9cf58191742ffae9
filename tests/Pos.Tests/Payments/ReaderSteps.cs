using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Stripe.TestHelpers.Terminal;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments;
using Tourism.Pos.Payments.Readers;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Sandbox;

namespace Tourism.Pos.Tests.Payments;

/// <summary>Counters with card readers: what staff, the visitor's card and the provider do.</summary>
internal static class ReaderSteps
{
    public const string GoodCard = "4242424242424242";
    public const string DeclinedCard = "4000000000000002";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Puts all readers of the provider to the site of the test's sale; their ids.</summary>
    public static async Task<List<string>> ReadersAsync(this PaymentHost host)
    {
        host.Sale.Method = PaymentMethod.Reader;
        var known = (await host.Get<FindReaders>().AllAsync(Ct)).Value;
        foreach (var reader in known)
        {
            await host.Get<Writer<PosDbContext>>().RunAsync<bool>(db =>
            {
                db.Add(new CardReader { Id = reader.Id, Site = host.Sale.Site, Label = reader.Label });
                return Task.FromResult<Result<bool>>(true);
            }, Ct);
        }

        return [.. known.Select(reader => reader.Id)];
    }

    /// <summary>Every intent the provider has made, oldest first.</summary>
    public static async Task<List<JsonObject>> IntentsAsync(this PaymentHost host)
    {
        await using var db = await host.Get<IDbContextFactory<PosDbContext>>().CreateDbContextAsync(Ct);
        return (await db.Set<SandboxObject>().AsNoTracking().Where(row => row.Kind == SandboxObject.Intent).OrderBy(row => row.Seq).ToListAsync(Ct)).ConvertAll(row => row.Read());
    }

    public static Task<Result<Written<PaymentView>>> StartByCardAsync(this PaymentHost host, Guid payment, string reader, Guid sale = default) =>
        host.Get<StartPayment>().HandleAsync(payment, new PaymentRequest(sale, "ja") { Reader = reader }, Ct);

    public static async Task<Guid> StartNewByCardAsync(this PaymentHost host, string reader)
    {
        var payment = Guid.CreateVersion7();
        await host.StartByCardAsync(payment, reader);
        return payment;
    }

    public static Task<Result<PaymentView>> PresentAsync(this PaymentHost host, Guid payment, string reader, Guid? name = null) =>
        host.Get<AskForCard>().HandleAsync(payment, name ?? Guid.CreateVersion7(), reader, Ct);

    /// <summary>The visitor holds a card to the reader.</summary>
    public static async Task TapAsync(this PaymentHost host, string reader, string card = GoodCard) =>
        await (await host.StripeAsync()).V1.TestHelpers.Terminal.Readers.PresentPaymentMethodAsync(
            reader, new ReaderPresentPaymentMethodOptions { Type = "card_present", CardPresent = new() { Number = card } }, null, Ct);

    public static async Task<string?> ActionAsync(this PaymentHost host, string reader) =>
        (await (await host.StripeAsync()).V1.Terminal.Readers.GetAsync(reader, null, null, Ct)).Action?.Status;

    /// <summary>What the provider holds: intents that were paid, and how much.</summary>
    public static async Task<(int Count, long Yen)> TakenAsync(this PaymentHost host)
    {
        var paid = (await (await host.StripeAsync()).V1.PaymentIntents.ListAsync(new() { Limit = 100 }, null, Ct)).Where(intent => intent.Status == "succeeded").ToList();
        return (paid.Count, paid.Sum(intent => intent.AmountReceived));
    }
}
