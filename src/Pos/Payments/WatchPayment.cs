using System.Runtime.CompilerServices;
using Tourism.Pos.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>
/// Tells a till what becomes of a payment. The books are looked at, not this host's memory: whichever host heard from the provider, every till
/// knows within a second.
/// </summary>
internal sealed class WatchPayment(FindPayment find, IHostApplicationLifetime host, TimeProvider clock)
{
    public async IAsyncEnumerable<PaymentView> RunAsync(Guid id, [EnumeratorCancellation] CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, host.ApplicationStopping);
        var (began, said, last) = (clock.GetTimestamp(), clock.GetTimestamp(), (PaymentView?)null);
        while (!end.IsCancellationRequested && clock.GetElapsedTime(began) < LiveLine.Longest && await find.HandleAsync(id, ct) is { Ok: true, Value: var now })
        {
            if (now != last || clock.GetElapsedTime(said) >= LiveLine.Silence)
            {
                yield return now;
                (last, said) = (now, clock.GetTimestamp());
            }

            if (!now.IsOpen)
                yield break;
            await Task.Delay(LiveLine.Look, clock, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
