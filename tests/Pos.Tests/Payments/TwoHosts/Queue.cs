using Tourism.Kernel;
using Tourism.Pos.Sandbox.Readers;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments.TwoHosts;

/// <summary>Parties in one line, one after the other. Each pays, or thinks better of it, whatever happens to the hosts.</summary>
internal sealed class Queue(HostPair hosts, Random random, bool byCard)
{
    private const string Till = "akiyoshido-1";
    private const string Reader = SandboxReaders.First;
    private static readonly Yen Price = new(1_300);
    private volatile bool _open = true;
    private int _epoch;
    private int _number;

    /// <summary>Parties that were served to the end.</summary>
    public int Served { get; private set; }

    public async Task RunAsync()
    {
        _epoch = (await AskAsync<EpochView>(HttpMethod.Put, $"/api/v1/tills/{Till}/epochs/{Guid.CreateVersion7()}", new { })).Epoch;
        for (; _open; Served++)
            await ServeAsync(Guid.CreateVersion7(), Guid.CreateVersion7());
    }

    public void Close() => _open = false;

    private async Task ServeAsync(Guid sale, Guid payment)
    {
        var tender = new TenderRequest(payment, byCard ? TenderKind.Card : TenderKind.Qr, Price);
        await AskAsync<SaleView>(HttpMethod.Put, $"/api/v1/sales/{sale}", new SaleRequest(
            Till, _epoch, ++_number, TimeProvider.System.UtcMicros(), Language.Ja, [new("adult", 1)], Price, [tender]));
        await AskAsync<PaymentView>(HttpMethod.Put, $"/api/v1/payments/{payment}", new PaymentRequest(sale, Language.Ja) { Reader = byCard ? Reader : null });
        if (random.Next(4) == 0)
            await AskAsync<PaymentView>(HttpMethod.Put, $"/api/v1/payments/{payment}/cancel");
        while (await AskAsync<PaymentView>(HttpMethod.Get, $"/api/v1/payments/{payment}") is { IsOpen: true } view)
        {
            if (view.State == PaymentState.AwaitingCustomer)
                await PayAsync(payment, view);
            await Task.Delay(100);
        }
    }

    private async Task PayAsync(Guid payment, PaymentView view)
    {
        if (!byCard)
            await hosts.PressAsync(random.Next(2), new Uri(view.PageUrl!).AbsolutePath, "card");
        else if (view.Fault is null)
            await hosts.PressAsync(random.Next(2), $"/sandbox/reader/{Reader}", "tap");
        else
            await AskAsync<PaymentView>(HttpMethod.Put, $"/api/v1/payments/{payment}/tries/{Guid.CreateVersion7()}", new PresentRequest(Reader));
    }

    private Task<T> AskAsync<T>(HttpMethod method, string path, object? body = null) => hosts.AskAsync<T>(random.Next(2), method, path, body);
}
