using Microsoft.Extensions.Logging;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Arrivals;

/// <summary>
/// Knows what visitors pay by a place's sticker: listens as long as the screen is open, and where it cannot listen it asks every second. What was paid while
/// no screen was open is marked as missed.
/// </summary>
public sealed partial class ArrivalWatch(ApiClient api, IDevice device, TimeProvider clock, ILogger<ArrivalWatch> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private string _site = "";
    private SeenArrivals? _seen;
    private bool _catchingUp = true;
    private long _after;

    /// <summary>Something came in or was changed.</summary>
    public event Action? Changed;

    /// <summary>What it knows.</summary>
    public KnownArrivals Known { get; } = new();

    /// <summary>Why the server said nothing when it was last asked.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Somebody watches: what comes in sounds, and counts as seen on this device.</summary>
    public bool Attended { get; private set; }

    /// <summary>Watches until <paramref name="ct"/> ends; nothing else ends it, because the screen says that it waits.</summary>
    public async Task RunAsync(string site, CancellationToken ct)
    {
        _site = site;
        while (!ct.IsCancellationRequested)
        {
            await TryAsync(() => LookAsync(ct), ct);
            await Task.Delay(Pause, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    /// <summary>Somebody is there now: what was missed stays marked until the screen is opened again.</summary>
    public async Task AttendAsync()
    {
        Attended = true;
        // Before the first answer there is nothing that anybody could have seen.
        if (Known.Day is not null)
            await TryAsync(KeepAsync, CancellationToken.None);
    }

    /// <summary>Takes in what the server made of a sale.</summary>
    public void Replace(ArrivalView sale)
    {
        Known.Take(sale);
        Changed?.Invoke();
    }

    /// <summary>Whatever went wrong, it is shown, and the next look tries again.</summary>
    private async Task TryAsync(Func<Task> step, CancellationToken ct)
    {
        try
        {
            await step();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The screen was left.
        }
        catch (Exception problem) when (!ct.IsCancellationRequested)
        {
            Stumbled(log, problem);
            Problem = new Problem(ProblemKind.Trouble);
            Changed?.Invoke();
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        if (_seen is null)
            _after = (_seen = await SeenArrivals.ReadAsync(device, _site, clock.UtcMicros())).After;
        long from;
        do
        {
            from = _after;
            await AskAsync(_seen, ct);
        }
        while (Problem is null && Known.Day is { More: true } && _after > from);
        if (Problem is null)
            await ListenAsync(ct);
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
        var first = _catchingUp;
        var arrived = Known.Take(view, first ? seen : null);
        (_after, _catchingUp) = (view.After, first && view.More);
        if (arrived && !first)
            await SoundAsync();
        await KeepAsync();
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await foreach (var news in api.ListenAsync<ArrivalNews>($"/api/v1/sites/{_site}/arrivals/live?after={_after}", ct))
        {
            _after = news.After;
            if (news.Sale is not { } sale)
                continue;
            var arrived = Known.Take(sale);
            Changed?.Invoke();
            if (!arrived)
                continue;
            await SoundAsync();
            await KeepAsync();
            // A new day has begun: how it stands is asked at once.
            if (!Known.IsOfDay(sale))
                return;
        }
    }

    private async Task SoundAsync()
    {
        if (Attended)
            await device.SoundAsync(good: true);
    }

    /// <summary>What nobody watched stays unseen.</summary>
    private async Task KeepAsync()
    {
        if (Attended)
            await SeenArrivals.KeepAsync(device, _site, _after, Known.All);
    }

    [LoggerMessage(LogLevel.Error, "Looking for payments by the sticker failed; it goes on.")]
    private static partial void Stumbled(ILogger log, Exception problem);
}
