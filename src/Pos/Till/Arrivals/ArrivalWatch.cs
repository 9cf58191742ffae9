using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Arrivals;

/// <summary>
/// Knows what visitors pay by a place's sticker: listens as long as the screen is open, and where it cannot listen it asks every second. What was paid while
/// no screen was open is marked as missed.
/// </summary>
public sealed class ArrivalWatch(ApiClient api, IDevice device, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Dictionary<Guid, ArrivalView> _known = [];
    private readonly HashSet<Guid> _missed = [];
    private string _site = "";
    private long _after;

    /// <summary>Something came in or was changed.</summary>
    public event Action? Changed;

    /// <summary>The server's last word on the day; <c>null</c> before the first.</summary>
    public ArrivalsView? Day { get; private set; }

    /// <summary>Why the server said nothing when it was last asked.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Somebody watches: what comes in sounds, and counts as seen on this device.</summary>
    public bool Attended { get; private set; }

    /// <summary>Paid while this device did not look, oldest first.</summary>
    public IReadOnlyList<ArrivalView> Missed => [.. _missed.Select(sale => _known[sale]).OrderBy(sale => sale.PaidAt)];

    /// <summary>What is known of today and was not missed, newest first.</summary>
    public IReadOnlyList<ArrivalView> Sales => [.. _known.Values.Where(IsOfDay).Where(sale => !_missed.Contains(sale.Sale)).OrderByDescending(sale => sale.PaidAt)];

    /// <summary>Came in on the day, less what was given back.</summary>
    public Yen Total => _known.Values.Where(IsOfDay).Select(sale => sale.Amount - sale.Refunded).Sum();

    /// <summary>Watches until <paramref name="ct"/> ends.</summary>
    public async Task RunAsync(string site, CancellationToken ct)
    {
        _site = site;
        var seen = await SeenArrivals.ReadAsync(device, site, clock.UtcMicros());
        _after = seen.After;
        try
        {
            while (!ct.IsCancellationRequested)
            {
                await AskAsync(seen, ct);
                await ListenAsync(ct);
                await Task.Delay(Pause, clock, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The screen was left.
        }
    }

    /// <summary>Somebody is there now: what was missed stays marked until the screen is opened again.</summary>
    public async Task AttendAsync()
    {
        Attended = true;
        await KeepAsync();
    }

    /// <summary>Takes in what the server made of a sale.</summary>
    public void Replace(ArrivalView sale)
    {
        _known[sale.Sale] = sale;
        Changed?.Invoke();
    }

    private async Task AskAsync(SeenArrivals seen, CancellationToken ct)
    {
        var answer = await api.GetAsync<ArrivalsView>($"/api/v1/sites/{_site}/arrivals?after={_after}", ct);
        Problem = answer.Problem;
        if (answer.Ok)
            await TakeAsync(answer.Value, seen);
        Changed?.Invoke();
    }

    private async Task TakeAsync(ArrivalsView view, SeenArrivals seen)
    {
        var first = Day is null;
        var arrived = false;
        foreach (var sale in view.Missed.Concat(view.Sales))
        {
            arrived |= !_known.ContainsKey(sale.Sale);
            if (first && !seen.Sales.Contains(sale.Sale) && view.Missed.Contains(sale))
                _missed.Add(sale.Sale);
            _known[sale.Sale] = sale;
        }

        (Day, _after) = (view, view.After);
        if (arrived && !first)
            await SoundAsync();
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        if (Problem is not null)
            return;
        await foreach (var news in api.ListenAsync<ArrivalNews>($"/api/v1/sites/{_site}/arrivals/live?after={_after}", ct))
        {
            _after = news.After;
            if (news.Sale is not { } sale)
                continue;
            var arrived = _known.TryAdd(sale.Sale, sale);
            Replace(sale);
            if (arrived)
                await SoundAsync();
        }
    }

    private async Task SoundAsync()
    {
        if (!Attended)
            return;
        await device.SoundAsync(good: true);
        await KeepAsync();
    }

    private Task KeepAsync() => SeenArrivals.KeepAsync(device, _site, _after, _known.Values);

    private bool IsOfDay(ArrivalView sale) => Day is { } day && sale.Day == day.Day;
}
