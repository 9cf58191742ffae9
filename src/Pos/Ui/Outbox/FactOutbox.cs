using System.Text.Json;
using Microsoft.Extensions.Logging;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Ui.Outbox;

/// <summary>
/// Sends what happened at this device, in its order and in the background, for as long as it takes. One fact that the server cannot digest
/// never holds up the others.
/// </summary>
public sealed partial class FactOutbox(IDeviceStore store, ApiClient api, TimeProvider clock, ILogger<FactOutbox> log) : IDisposable
{
    private const string Lock = "tourism.outbox";
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<Guid> _troubled = [];
    private TaskCompletionSource _woken = new();
    private bool _running;

    /// <summary>Raised when a fact came, went or changed its state.</summary>
    public event Action? Changed;

    /// <summary>Raised with a fact the server has taken; <see cref="KeptFact.Shown"/> is its answer.</summary>
    public event Action<KeptFact>? Acknowledged;

    /// <summary>What is not yet acknowledged, oldest first.</summary>
    public IReadOnlyList<KeptFact> Open { get; private set; } = [];

    /// <summary>Facts on their way.</summary>
    public int Waiting => Open.Count(fact => fact.Waits);

    /// <summary>When the oldest of them happened; <c>null</c> when none waits.</summary>
    public DateTime? Since => Open.FirstOrDefault(fact => fact.Waits)?.At;

    /// <summary>Facts that somebody must look at.</summary>
    public int Stuck => Open.Count(fact => fact.State == FactState.NeedsAttention);

    /// <summary>True when something was tried and is not yet through.</summary>
    public bool Delayed => Open.Any(fact => fact.State == FactState.Retry);

    /// <summary>True while the last attempt found no network.</summary>
    public bool Alone { get; private set; }

    /// <summary>True while the server asks for somebody to sign in first.</summary>
    public bool SignedOut { get; private set; }

    /// <summary>True while the last attempt broke off at this device itself.</summary>
    public bool Troubled { get; private set; }

    /// <summary>True while nothing goes out by itself: the device is trusted no more.</summary>
    public bool Held { get; set; }

    /// <summary>Sends everything that is open once, also what a screen was waiting with; how many the server has taken.</summary>
    public async Task<int> HandOverAsync()
    {
        await ReloadAsync();
        foreach (var fact in Open.Where(fact => fact.State is FactState.Attended or FactState.NeedsAttention))
            await store.SettleAsync(fact with { State = FactState.Retry });
        var before = Open.Count;
        Held = false;
        await TryPassAsync();
        Held = true;
        return before - Open.Count;
    }

    /// <summary>Looks for something to send, at once.</summary>
    public async Task WakeAsync()
    {
        await ReloadAsync();
        _woken.TrySetResult();
        if (_running)
            return;
        _running = true;
        _ = RunAsync();
    }

    /// <summary>Sends a fact that needed attention once more.</summary>
    public async Task AgainAsync(KeptFact fact)
    {
        await store.SettleAsync(fact with { State = FactState.Retry });
        await WakeAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await DrainAsync();
        }
        finally
        {
            _running = false;
        }
    }

    private async Task DrainAsync()
    {
        var pause = Shortest;
        while (!_stop.IsCancellationRequested)
        {
            _woken = new TaskCompletionSource();
            var before = Waiting;
            await TryPassAsync();
            pause = Waiting < before ? Shortest : Min(pause * 2, Longest);
            await PauseAsync(Waiting == 0 && !Troubled ? Timeout.InfiniteTimeSpan : pause);
        }
    }

    /// <summary>A wake-up ends the pause, so the first sale after the network came back takes the others along.</summary>
    private async Task PauseAsync(TimeSpan pause)
    {
        if (!_stop.IsCancellationRequested)
            await Task.WhenAny(_woken.Task, Task.Delay(pause, clock, _stop.Token));
    }

    /// <summary>Whatever went wrong, the next pass tries again: this device may hold the only record of what was sold.</summary>
    private async Task TryPassAsync()
    {
        try
        {
            if (!Held && await store.TakeAsync(Lock))
                await HeldPassAsync();
            Troubled = false;
        }
        catch (Exception problem) when (!_stop.IsCancellationRequested)
        {
            Stumbled(log, problem);
            Troubled = true;
        }

        Changed?.Invoke();
    }

    private async Task HeldPassAsync()
    {
        try
        {
            await ReloadAsync();
            await PassAsync();
        }
        finally
        {
            await store.ReleaseAsync(Lock);
        }
    }

    /// <summary>One round over all facts, those that gave trouble last.</summary>
    private async Task PassAsync()
    {
        Guid? silent = null;
        foreach (var fact in Open.Where(fact => fact.Waits).OrderBy(fact => _troubled.Contains(fact.Id)).ToList())
        {
            var problem = await SendAsync(fact);
            Alone = problem is { Kind: ProblemKind.Offline };
            SignedOut = problem is { Kind: ProblemKind.SignedOut };
            if (SignedOut || (Alone && silent is not null) || _stop.IsCancellationRequested)
                return;
            if (problem is { Kind: ProblemKind.Trouble } || problem?.Status == 403)
                _troubled.Add(fact.Id);
            // Others get through: this one is itself the trouble.
            if (!Alone && silent is { } quiet)
                _troubled.Add(quiet);
            silent = Alone ? fact.Id : null;
        }
    }

    private async Task<Problem?> SendAsync(KeptFact fact)
    {
        Show(fact with { State = FactState.Sending });
        var answer = await api.PutAsync<JsonElement>(fact.Path, JsonSerializer.Deserialize<JsonElement>(fact.Body), _stop.Token);
        var after = answer.Ok ? fact with { State = FactState.Acknowledged, Shown = answer.Value.GetRawText(), Trouble = null } : After(fact, answer.Problem);
        if (after != fact)
            await store.SettleAsync(after);
        Show(after);
        if (answer.Ok)
            Acknowledged?.Invoke(after);
        return answer.Problem;
    }

    private static KeptFact After(KeptFact fact, Problem problem) => problem.MayRepeat
        ? fact with { State = FactState.Retry }
        : fact with { State = FactState.NeedsAttention, Trouble = problem.Detail };

    private void Show(KeptFact fact)
    {
        Open = [.. Open.Select(known => known.Id == fact.Id ? fact : known).Where(known => known.State != FactState.Acknowledged)];
        Changed?.Invoke();
    }

    private async Task ReloadAsync()
    {
        Open = await store.WaitingAsync();
        Changed?.Invoke();
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    [LoggerMessage(LogLevel.Error, "A pass over the unsent facts broke off.")]
    private static partial void Stumbled(ILogger log, Exception problem);
}
