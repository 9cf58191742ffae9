using Tourism.Kernel;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Till.Gate;

/// <summary>
/// One gate: asks the server about every ticket, and decides alone when there is no answer in time. What it decided alone is kept before it is
/// shown, and reported as soon as somebody answers again.
/// </summary>
internal sealed class GateKeeper(GateBook book, LoneGate lone, GateReports reports, GateNews news, ApiClient api, TimeProvider clock)
{
    private const int Remembered = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LongPatience = TimeSpan.FromSeconds(6);
    private string _gate = "";
    private string _site = "";
    private Task? _passing;

    /// <summary>Raised when something to show has changed.</summary>
    public event Action? Changed;

    /// <summary>Nobody answered last time: this gate decides by itself.</summary>
    public bool Alone { get; private set; }

    /// <summary>The server wants somebody to sign in before it takes reports.</summary>
    public bool SignedOut { get; private set; }

    /// <summary>Scans the server has yet to hear of.</summary>
    public int Waiting => book.Scans.Count;

    public DateTime? WaitingSince => book.Scans is [var oldest, ..] ? oldest.Request.OccurredAt : null;

    public IReadOnlyList<GateConflict> Conflicts => book.Conflicts;

    /// <summary>Sites of the city, as far as this device knows them.</summary>
    public IReadOnlyList<SiteView> Sites => book.Sites;

    /// <summary>The last scans, newest first.</summary>
    public IReadOnlyList<GateResult> Last { get; private set; } = [];

    /// <summary>Takes up what this device knows of the gate.</summary>
    public async Task OpenAsync(string gate, string site)
    {
        (_gate, _site) = (gate, site);
        await book.OpenAsync();
        Changed?.Invoke();
    }

    /// <summary>How soon to look for the server again.</summary>
    public TimeSpan Pause => TimeSpan.FromSeconds(Alone || Waiting > 0 ? 4 : 20);

    /// <summary>Checks what somebody shows.</summary>
    /// <param name="code">What was read.</param>
    /// <param name="people">How many go now; <c>null</c> for all that remain, or all that are inside.</param>
    /// <param name="direction">Which way they go.</param>
    public async Task<Answer<GateResult>> ScanAsync(string code, int? people, ScanDirection direction = ScanDirection.In)
    {
        var scan = new ScanRequest(Guid.CreateVersion7(), code, people, clock.UtcMicros()) { Direction = direction, Person = api.Person };
        var answer = Alone ? new Problem(ProblemKind.Offline) : await AskAsync(scan, Patience);
        // A till's key may be newer than what this gate has heard: asking on costs less than a visitor who is turned away.
        if (answer.Problem is { Kind: not ProblemKind.Refused } && await IsStrangeAsync(scan))
            answer = await AskAsync(scan, LongPatience);
        if (answer.Ok)
            return Show(await BelieveAsync(scan, answer.Value));
        Note(answer.Problem);
        return Alone ? Show(await DecideAsync(scan)) : answer.Problem;
    }

    private async Task<bool> IsStrangeAsync(ScanRequest scan) => (await lone.DecideAsync(scan, _site)).View.Outcome == ScanOutcome.UnknownKey;

    /// <summary>Takes back a scan of the last minute: its people never went.</summary>
    public async Task<GateResult> UndoAsync(GateResult result)
    {
        if (result.UndoSeconds(clock.UtcMicros()) == 0)
            return result;
        var view = result.View;
        if (book.Scan(view.Id) is { } waiting)
            await book.KeepAsync(waiting.Undo());
        else
            await TakeBackAsync(result);
        var undone = result with { View = view with { Undone = true, Remaining = view.Remaining + view.Admitted - view.WentOut, Use = null } };
        Last = [.. Last.Select(one => one.View.Id == view.Id ? undone : one)];
        _ = PassAsync();
        return undone;
    }

    public async Task SettleAsync(GateConflict conflict)
    {
        await book.SettleAsync(conflict.Id);
        Changed?.Invoke();
    }

    /// <summary>Reports what waits, then asks for news; one round at a time.</summary>
    public Task PassAsync() => _passing is { IsCompleted: false } ? _passing : _passing = ReportAndAskAsync();

    private async Task ReportAndAskAsync()
    {
        var silent = await ReportAsync();
        Note(silent ?? await news.AskAsync(_gate));
        Changed?.Invoke();
    }

    /// <summary>One scan that the server cannot digest does not hold up the others.</summary>
    private async Task<Problem?> ReportAsync()
    {
        foreach (var scan in book.Scans)
        {
            var answer = await reports.SendAsync(scan);
            if (answer.Problem is { Kind: ProblemKind.Offline or ProblemKind.SignedOut } silent)
                return silent;
            if (answer.Problem is not { MayRepeat: true })
                await SettleAsync(scan, answer);
        }

        return null;
    }

    private async Task SettleAsync(KeptScan scan, Answer<ScanView> answer)
    {
        // It may have been taken back here while it was on its way.
        if (book.Scan(scan.Request.Id) is { } now && now != scan && answer.Ok)
            await book.KeepAsync(now with { OnServer = true });
        else
            await book.DropAsync(scan, GateConflict.Of(scan, answer));
        if (answer.Ok && scan.Ticket is { } ticket)
            await news.LearnAsync(ticket, answer.Value, _gate, scan.Request.OccurredAt);
    }

    private async Task<Answer<ScanView>> AskAsync(ScanRequest scan, TimeSpan atMost)
    {
        using var patience = new CancellationTokenSource(atMost, clock);
        try
        {
            return await api.PostAsync<ScanView>($"/api/v1/gates/{Uri.EscapeDataString(_gate)}/scans", scan, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return new Problem(ProblemKind.Offline);
        }
    }

    private async Task<GateResult> BelieveAsync(ScanRequest scan, ScanView view)
    {
        var result = new GateResult(view, scan.OccurredAt, TicketCode.Read(scan.Code)?.Payload.Ticket, Alone: false);
        if (result is { Ours: true, Ticket: { } ticket })
            await news.LearnAsync(ticket, view, _gate, scan.OccurredAt);
        Note(null);
        return result;
    }

    private async Task<GateResult> DecideAsync(ScanRequest scan)
    {
        var result = await lone.DecideAsync(scan, _site);
        var happened = new ScanHappened(result.View.Outcome, result.View.Admitted, WentOut: result.View.WentOut);
        await book.KeepAsync(new KeptScan(_gate, scan with { Happened = happened }, Guid.CreateVersion7(), result.Ticket));
        return result;
    }

    private async Task TakeBackAsync(GateResult result)
    {
        var view = result.View;
        var happened = new ScanHappened(view.Outcome, view.Admitted, Undone: true, view.WentOut);
        var request = new ScanRequest(view.Id, "", null, result.At, happened) { Direction = result.Direction, Person = api.Person };
        await book.KeepAsync(new KeptScan(_gate, request, Guid.CreateVersion7(), result.Ticket, OnServer: true));
        if (result.Ticket is { } ticket && book.Ticket(ticket) is { } known)
            await book.TakeAsync(Without(known, result));
    }

    private TicketStateView Without(TicketStateView known, GateResult result)
    {
        var (use, view) = (book.Told(known.Id), result.View);
        var before = use.Without(view.Admitted + view.WentOut, view.Again, result.Direction, BusinessDate.Of(result.At)) ?? use;
        return known with { Admitted = before.Admitted, Use = before };
    }

    private GateResult Show(GateResult result)
    {
        Last = [result, .. Last.Take(Remembered - 1)];
        Changed?.Invoke();
        return result;
    }

    private void Note(Problem? problem)
    {
        Alone = problem is { Kind: not ProblemKind.Refused };
        SignedOut = problem is { Kind: ProblemKind.SignedOut };
        Changed?.Invoke();
    }
}
