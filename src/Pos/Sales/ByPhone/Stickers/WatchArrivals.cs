using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Tourism.Kernel;
using Tourism.Pos.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales.ByPhone.Stickers;

/// <summary>
/// Tells a shop's screen what is paid by its sticker. The books are looked at, not this host's memory. Each message says where to listen on from; after a break
/// some are told again, and none is left out.
/// </summary>
internal sealed class WatchArrivals(FindArrivals find, IHostApplicationLifetime host, TimeProvider clock)
{
    public async IAsyncEnumerable<SseItem<ArrivalNews>> RunAsync(string site, long after, [EnumeratorCancellation] CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, host.ApplicationStopping);
        var (began, said, told) = (clock.GetTimestamp(), clock.GetTimestamp(), new Dictionary<Guid, ArrivalView>());
        var last = after = Math.Min(after, FindArrivals.Cursor(clock.UtcMicros()));
        yield return Item(new ArrivalNews(last));
        while (!end.IsCancellationRequested && clock.GetElapsedTime(began) < LiveLine.Longest)
        {
            // From where it began, so that what a slower host commits late, or somebody changes, is told as well.
            foreach (var arrival in await find.AfterAsync(site, after, ct))
            {
                if (told.TryGetValue(arrival.Sale, out var before) && before == arrival)
                    continue;
                (told[arrival.Sale], last, said) = (arrival, Math.Max(last, FindArrivals.Cursor(arrival.PaidAt)), clock.GetTimestamp());
                yield return Item(new ArrivalNews(last, arrival));
            }

            if (clock.GetElapsedTime(said) >= LiveLine.Silence)
            {
                yield return Item(new ArrivalNews(last));
                said = clock.GetTimestamp();
            }

            await Task.Delay(LiveLine.Look, clock, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static SseItem<ArrivalNews> Item(ArrivalNews news) => new(news) { EventId = news.After.ToString(CultureInfo.InvariantCulture) };
}
