using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Till.Payments;

/// <summary>Starts a visitor's payment and asks for it every second until the sale is decided. No answer is not an end: it asks on.</summary>
public sealed class PaymentWatch(ApiClient api, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private CancellationTokenSource _stop = new();

    public event Action? Changed;

    public PaymentView? View { get; private set; }

    public Problem? Problem { get; private set; }

    /// <summary>The sale once it is completed or cancelled; <c>null</c> when the watch was stopped; a problem when there will be no payment.</summary>
    public async Task<Answer<SaleView?>> RunAsync(Guid tender, Guid sale, string language)
    {
        Stop();
        _stop = new CancellationTokenSource();
        View = null;
        try
        {
            return await DecidedAsync(new PaymentRequest(sale, language), tender, _stop.Token);
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
            if (View is { State: PaymentState.Succeeded or PaymentState.Failed or PaymentState.Cancelled }
                && await SaleAsync(request.Sale, ct) is { } decided)
                return decided;
            await Task.Delay(Pause, clock, ct);
        }
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
