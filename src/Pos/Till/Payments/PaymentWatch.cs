using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Till.Payments;

/// <summary>
/// Starts a visitor's payment and listens until the sale is decided; where it cannot listen it asks every second. No answer is not an end: it asks on.
/// </summary>
public sealed class PaymentWatch(ApiClient api, CardReaders readers, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly WriteName _try = new();
    private CancellationTokenSource _stop = new();

    public event Action? Changed;

    public PaymentView? View { get; private set; }

    public Problem? Problem { get; private set; }

    /// <summary>The sale once it is completed or cancelled; <c>null</c> when the watch was stopped; a problem when there will be no payment.</summary>
    public async Task<Answer<SaleView?>> RunAsync(TenderView tender, Guid sale, string language)
    {
        Stop();
        _stop = new CancellationTokenSource();
        View = null;
        try
        {
            var reader = tender.Kind == TenderKind.Card ? (await readers.WaitAsync())?.Id : null;
            return await DecidedAsync(new PaymentRequest(sale, language) { Reader = reader }, tender.Id, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            return (SaleView?)null;
        }
    }

    /// <summary>Asks to cancel. Whether it was in time only the next answers tell.</summary>
    public async Task CancelAsync()
    {
        if (View is { } payment)
            Take(await api.PutAsync<PaymentView>($"{PathOf(payment.Id)}/cancel"));
    }

    /// <summary>Has a reader ask for a card once more; a problem when it will not.</summary>
    public async Task<Problem?> PresentAsync(string reader)
    {
        var answer = await api.PutAsync<PaymentView>($"{PathOf(View!.Id)}/tries/{_try.For(reader)}", new PresentRequest(reader));
        _try.Answered(answer.Problem);
        Take(answer);
        return answer.Problem is { MayRepeat: false } refused ? refused : null;
    }

    public void Stop() => _stop.Cancel();

    private async Task<Answer<SaleView?>> DecidedAsync(PaymentRequest request, Guid tender, CancellationToken ct)
    {
        while (true)
        {
            Take(View is null
                ? await api.PutAsync<PaymentView>(PathOf(tender), request, ct)
                : await api.GetAsync<PaymentView>(PathOf(tender), ct));
            if (View is null && Problem is { Kind: ProblemKind.Refused } refused)
                return refused;
            await ListenAsync(tender, ct);
            if (View is { State: PaymentState.Succeeded or PaymentState.Failed or PaymentState.Cancelled }
                && await SaleAsync(request.Sale, ct) is { } decided)
                return decided;
            await Task.Delay(Pause, clock, ct);
        }
    }

    private async Task ListenAsync(Guid tender, CancellationToken ct)
    {
        if (View is not { IsOpen: true })
            return;
        await foreach (var said in api.ListenAsync<PaymentView>($"{PathOf(tender)}/live", ct))
            Take(said);
    }

    /// <summary>The sale follows its payment a moment later.</summary>
    private async Task<SaleView?> SaleAsync(Guid sale, CancellationToken ct)
    {
        var answer = await api.GetAsync<SaleView>($"/api/v1/sales/{sale}", ct);
        Problem = answer.Problem;
        return answer is { Ok: true, Value.State: not SaleState.AwaitingPayment } ? answer.Value : null;
    }

    private void Take(Answer<PaymentView> answer)
    {
        Problem = answer.Problem;
        if (answer.Ok)
            View = answer.Value;
        Changed?.Invoke();
    }

    private static string PathOf(Guid tender) => $"/api/v1/payments/{tender}";
}
