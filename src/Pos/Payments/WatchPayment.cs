using System.Runtime.CompilerServices;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>
/// Tells a till what becomes of a payment. The books are looked at, not this host's memory: whichever host heard from the provider, every till
/// knows within a second.
/// </summary>
internal sealed class WatchPayment(FindPayment find, IHostApplicationLifetime host, TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Proxies cut lines on which nothing is said.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>The till asks again then: whoever closed the app without saying so is not watched for ever.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public async IAsyncEnumerable<PaymentView> RunAsync(Guid id, [EnumeratorCancellation] CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, host.ApplicationStopping);
        var (began, said, last) = (clock.GetTimestamp(), clock.GetTimestamp(), (PaymentView?)null);
        while (!end.IsCancellationRequested && clock.GetElapsedTime(began) < Longest && await find.HandleAsync(id, ct) is { Ok: true, Value: var now })
        {
            if (now != last || clock.GetElapsedTime(said) >= Silence)
            {
                yield return now;
                (last, said) = (now, clock.GetTimestamp());
            }

            if (!now.IsOpen)
                yield break;
            await Task.Delay(Look, clock, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
