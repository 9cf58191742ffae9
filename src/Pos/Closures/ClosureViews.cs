using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Closures;

/// <summary>Reads closures. What they say of unused tickets is the dry run: exactly what a remedy would do now.</summary>
internal sealed class ClosureViews(IDbContextFactory<PosDbContext> contexts, CatalogueStore catalogue)
{
    private const int Shown = 20;

    public async Task<Result<ClosureView>> FindAsync(string site, Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Closure>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Site == site, ct) is { } closure
            ? await ViewAsync(db, closure, ct)
            : new UnknownClosure(id);
    }

    /// <summary>Latest first.</summary>
    public async Task<IReadOnlyList<ClosureView>> OfSiteAsync(string site, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var closures = await db.Set<Closure>().AsNoTracking().Where(row => row.Site == site).OrderByDescending(row => row.Seq).Take(Shown).ToListAsync(ct);
        var views = new List<ClosureView>();
        foreach (var closure in closures)
            views.Add(await ViewAsync(db, closure, ct));
        return views;
    }

    /// <summary>What was decided for a ticket that a closure left unused, for its page.</summary>
    public async Task<TicketRemedy?> RemedyOfAsync(Guid ticket, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Set<RemedyTicket>().Where(row => row.Ticket == ticket).OrderByDescending(row => row.Seq)
            .Join(db.Set<Closure>(), row => row.Closure, closure => closure.Id, (row, closure) => new { closure.Remedy, row.State }).FirstOrDefaultAsync(ct);
        return found switch
        {
            null => null,
            { Remedy: RemedyKind.Extend } => TicketRemedy.Extended,
            { State: RemedyState.AtCounter } => TicketRemedy.AtCounter,
            _ => TicketRemedy.Refunded,
        };
    }

    private async Task<ClosureView> ViewAsync(PosDbContext db, Closure closure, CancellationToken ct) => new(
        closure.Id, closure.Site, closure.Reason, closure.From, closure.Until, closure.ClosedAt, closure.ClosedBy, closure.ReopenedAt,
        await UnusedTickets.ViewAsync(db, await catalogue.GetAsync(ct), closure, ct), await RemedyAsync(db, closure, ct));

    private static async Task<RemedyView?> RemedyAsync(PosDbContext db, Closure closure, CancellationToken ct)
    {
        if (closure.Remedy is not { } kind)
            return null;
        var states = await db.Set<RemedyTicket>().Where(row => row.Closure == closure.Id).GroupBy(row => row.State)
            .Select(state => new { state.Key, Count = state.Count() }).ToDictionaryAsync(state => state.Key, state => state.Count, ct);
        var (done, counter, failed) = (states.GetValueOrDefault(RemedyState.Done), states.GetValueOrDefault(RemedyState.AtCounter), states.GetValueOrDefault(RemedyState.Failed));
        return new RemedyView(
            kind, closure.LastDay, closure.ProposedBy!, closure.ProposedAt!.Value, closure.ConfirmedBy, closure.ConfirmedAt, states.Values.Sum(), done + counter, counter, failed);
    }
}
