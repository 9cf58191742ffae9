using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Payments;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Sandbox.Readers;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Refunds;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>One order at the counter, whichever way its party pays.</summary>
internal sealed class Scene(CounterHost counter, PaymentMethod method, Order order)
{
    public const string Reader = SandboxReaders.First;
    public const string OtherReader = SandboxReaders.Second;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public CounterHost Counter => counter;

    public PaymentHost Host => counter.Host;

    public FaultyNetwork Network => Host.Network;

    public PaymentMethod Method => method;

    public bool IsPage => method == PaymentMethod.Page;

    public Order Order => order;

    public Guid Payment => order.Tender;

    /// <summary>Where a request makes the object that takes the money.</summary>
    public string Create => IsPage ? "/v1/checkout/sessions" : "/v1/payment_intents";

    public static async Task<Scene> SetAsync(CounterHost counter, PaymentMethod method) =>
        new(counter, method, await counter.RingUpAsync(method == PaymentMethod.Page ? TenderKind.Qr : TenderKind.Card));

    public Task StartAsync() => IsPage ? Host.StartAsync(Payment, sale: order.Sale) : Host.StartByCardAsync(Payment, Reader, order.Sale);

    public Task<Payment> LoadAsync() => Host.LoadAsync(Payment);

    public async Task<PaymentState> StateAsync() => (await LoadAsync()).State;

    /// <summary>The party pays at once, if it is asked to.</summary>
    public Task PayAsync() => IsPage ? ActAsync(CheckoutAct.Card) : ActAsync(ReaderAct.Tap);

    public Task DeclineAsync() => IsPage ? ActAsync(CheckoutAct.Declined) : ActAsync(ReaderAct.Declined);

    /// <summary>On every page that the provider has for this payment; usually that is one.</summary>
    public async Task ActAsync(CheckoutAct act)
    {
        foreach (var session in await SessionsAsync())
            await Host.Get<PayCheckout>().ActAsync(session, act, Ct);
    }

    public Task ActAsync(ReaderAct act, string reader = Reader) => Host.Get<UseReader>().ActAsync(reader, act, Ct);

    public Task MoodAsync(ReaderMood mood, string reader = Reader) => Host.Get<UseReader>().SwitchAsync(reader, mood, Ct);

    public Task PresentAsync(string reader = Reader) => Host.PresentAsync(Payment, reader);

    public Task CancelAsync() => Host.CancelAsync(Payment);

    public Task SweepAsync(double seconds = 5) => Host.SweepAsync(TimeSpan.FromSeconds(seconds));

    /// <summary>The news arrives and is looked at.</summary>
    public async Task HearAsync()
    {
        await Host.DeliverAsync();
        await Host.ProcessAsync();
    }

    public async Task PaidAsync()
    {
        await StartAsync();
        await PayAsync();
        await HearAsync();
        Assert.Equal(PaymentState.Succeeded, await StateAsync());
    }

    private Task<List<string>> SessionsAsync() => counter.ReadAsync(async db => (await db.Set<SandboxObject>().AsNoTracking().Where(row => row.Kind == SandboxObject.Session).ToListAsync(Ct))
        .Where(row => (string?)row.Read()["client_reference_id"] == Payment.ToString()).Select(row => row.Id).ToList());
}
