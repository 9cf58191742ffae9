using System.Text.RegularExpressions;
using Tourism.Kernel;
using Tourism.Pos.Sandbox.Readers;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments.TwoHosts;

/// <summary>How a line of parties pays.</summary>
internal enum LineKind
{
    /// <summary>On the page whose code a till shows.</summary>
    Page,

    /// <summary>By card at the counter's reader.</summary>
    Reader,

    /// <summary>On their own phones, ahead of the counter.</summary>
    Ahead,
}

/// <summary>Parties in one line, one after the other. Each pays, or thinks better of it, whatever happens to the hosts.</summary>
internal sealed partial class Queue(HostPair hosts, Random random, LineKind kind)
{
    private const string Till = "akiyoshido-1";
    private const string Ahead = "/buy/akiyoshido";
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
            await (kind == LineKind.Ahead ? BuyAheadAsync() : ServeAsync(await RingUpAsync()));
    }

    public void Close() => _open = false;

    private async Task<Guid> RingUpAsync()
    {
        var (sale, payment) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var tender = new TenderRequest(payment, kind == LineKind.Reader ? TenderKind.Card : TenderKind.Qr, Price);
        await AskAsync<SaleView>(HttpMethod.Put, $"/api/v1/sales/{sale}", new SaleRequest(
            Till, _epoch, ++_number, TimeProvider.System.UtcMicros(), Language.Ja, [new("adult", 1)], Price, [tender]));
        await AskAsync<PaymentView>(HttpMethod.Put, $"/api/v1/payments/{payment}", new PaymentRequest(sale, Language.Ja) { Reader = kind == LineKind.Reader ? Reader : null });
        return payment;
    }

    /// <summary>The form, then the check of its total, sent until the ticket is there or the purchase has ended.</summary>
    private async Task BuyAheadAsync()
    {
        var numbers = Fields((await VisitAsync(Ahead)).Text);
        var check = Fields((await VisitAsync(Ahead, new(numbers) { ["people-adult"] = "1" })).Text);
        while (true)
        {
            var location = (await VisitAsync(Ahead, check)).Location!.OriginalString;
            if (!location.StartsWith("/pay/", StringComparison.Ordinal))
                await VisitAsync(new Uri(location).AbsolutePath, new() { ["act"] = "card" });
            else if ((await VisitAsync(location)).Text is var page && (page.Contains("ticket-qr", StringComparison.Ordinal) || page.Contains("\"again\"", StringComparison.Ordinal)))
                return;
            await Task.Delay(100);
        }
    }

    private async Task ServeAsync(Guid payment)
    {
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
        if (kind == LineKind.Page)
            await VisitAsync(new Uri(view.PageUrl!).AbsolutePath, new() { ["act"] = "card" });
        else if (view.Fault is null)
            await VisitAsync($"/sandbox/reader/{Reader}", new() { ["act"] = "tap" });
        else
            await AskAsync<PaymentView>(HttpMethod.Put, $"/api/v1/payments/{payment}/tries/{Guid.CreateVersion7()}", new PresentRequest(Reader));
    }

    private Task<(string Text, Uri? Location)> VisitAsync(string path, Dictionary<string, string>? form = null) => hosts.VisitAsync(random.Next(2), path, form);

    private static Dictionary<string, string> Fields(string page) => Hidden().Matches(page).ToDictionary(field => field.Groups[1].Value, field => field.Groups[2].Value);

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    private Task<T> AskAsync<T>(HttpMethod method, string path, object? body = null) => hosts.AskAsync<T>(random.Next(2), method, path, body);
}
