using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Till.Gate;

/// <summary>Brings the server's list of keys and tickets to this device, only what changed since the last time.</summary>
internal sealed class GateNews(GateBook book, ApiClient api, TimeProvider clock)
{
    private const int WrongCursor = 400;
    private static readonly TimeSpan SitesFor = TimeSpan.FromMinutes(10);
    private readonly HashSet<Guid> _answered = [];
    private DateTime _sitesAt;

    /// <summary>Asks; <c>null</c> when all is up to date. Sites come first: a key is of use only to who knows the site it sells for.</summary>
    public async Task<Problem?> AskAsync(string gate) => await AskSitesAsync() ?? await AskListAsync(gate);

    private async Task<Problem?> AskListAsync(string gate)
    {
        for (var more = true; more;)
        {
            _answered.Clear();
            var since = Since(gate);
            var answer = await api.GetAsync<GateListView>(
                $"/api/v1/gates/{Uri.EscapeDataString(gate)}/list" + (since is null ? "" : "?since=" + Uri.EscapeDataString(since)));
            if (!answer.Ok)
                return await FailedAsync(answer.Problem);
            await TakeAsync(gate, answer.Value, since is null);
            more = answer.Value.More;
        }

        return null;
    }

    /// <summary>An answer to a scan tells how far its ticket is used.</summary>
    public async Task LearnAsync(Guid ticket, ScanView view, string gate, DateTime at)
    {
        if (view.Party is not { } party || !Outcomes.TellUse(view.Outcome))
            return;
        _answered.Add(ticket);
        var (usedAt, usedGate) = view is { Outcome: ScanOutcome.Admitted or ScanOutcome.WentOut, Undone: false } ? (at, gate) : (view.LastUsedAt, view.LastUsedGate);
        var known = book.Ticket(ticket) ?? new TicketStateView(ticket, TicketStanding.Good, 0, null, null);
        await book.TakeAsync(known with
        {
            Admitted = view.Use?.Admitted ?? party.Sum(part => part.Count) - view.Remaining,
            Use = view.Use,
            LastUsedAt = usedAt,
            LastUsedGate = usedGate,
            SaleAwaited = view.SaleAwaited,
        });
    }

    private DateOnly Today => BusinessDate.Of(clock.UtcMicros());

    private string? Since(string gate) => book.List is { } list && list.Gate == gate && list.Date == Today && list.Next.Length > 0 ? list.Next : null;

    private async Task TakeAsync(string gate, GateListView list, bool first)
    {
        var told = list.Keys.Select(key => key.Key).ToHashSet();
        var keys = first ? list.Keys : [.. (book.List?.Keys ?? []).Where(key => !told.Contains(key.Key)), .. list.Keys];
        // What a scan answered while the list was on its way is newer than the list.
        var tickets = list.Tickets.Where(ticket => !_answered.Contains(ticket.Id)).ToList();
        await book.TakeAsync(new GateHeading(gate, Today, list.Next, keys), first, tickets);
    }

    /// <summary>A server that cannot go on from where we are is asked for everything the next time.</summary>
    private async Task<Problem> FailedAsync(Problem problem)
    {
        if (problem.Status == WrongCursor && book.List is { } list)
            await book.TakeAsync(list with { Next = "" }, first: false, []);
        return problem;
    }

    private async Task<Problem?> AskSitesAsync()
    {
        if (clock.UtcMicros() - _sitesAt < SitesFor)
            return null;
        var answer = await api.GetAsync<CatalogueView>("/api/v1/catalogue");
        if (!answer.Ok)
            return answer.Problem;
        await book.TakeAsync(answer.Value.Sites);
        _sitesAt = clock.UtcMicros();
        return null;
    }
}
