using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Closures;

/// <summary>One person proposes what becomes of the unused tickets, another confirms; only then is anything done.</summary>
internal sealed class DecideRemedy(Writer<PosDbContext> writer, ClosureViews views, Bell<CarryOutRemedies> bell, TimeProvider clock)
{
    public async Task<Result<ClosureView>> ProposeAsync(string site, Guid id, RemedyRequest request, Actor by, CancellationToken ct)
    {
        var written = await ChangeAsync(site, id, (db, closure) => Task.FromResult(Propose(db, closure, request, by)), ct);
        return written.Ok ? await views.FindAsync(site, id, ct) : written.Failure;
    }

    public async Task<Result<ClosureView>> ConfirmAsync(string site, Guid id, RemedyRequest request, Actor by, CancellationToken ct)
    {
        var written = await ChangeAsync(site, id, (db, closure) => ConfirmAsync(db, closure, request, by, ct), ct);
        bell.Ring();
        return written.Ok ? await views.FindAsync(site, id, ct) : written.Failure;
    }

    private Task<Result<bool>> ChangeAsync(string site, Guid id, Func<PosDbContext, Closure, Task<Failure?>> change, CancellationToken ct) =>
        writer.RunAsync<bool>(async db =>
        {
            if (await db.Set<Closure>().SingleOrDefaultAsync(row => row.Id == id && row.Site == site, ct) is not { } closure)
                return new UnknownClosure(id);
            return await change(db, closure) is { } failure ? failure : true;
        }, ct);

    private Failure? Propose(PosDbContext db, Closure closure, RemedyRequest request, Actor by)
    {
        if (closure.IsConfirmed)
            return (closure.Remedy, closure.LastDay) == (request.Kind, request.LastDay) ? null : new RemedyIsConfirmed();
        var wrong = request.Kind == RemedyKind.Extend
            ? request.LastDay is null || request.LastDay <= closure.From || request.LastDay > closure.From.AddYears(1)
            : request.LastDay is not null;
        if (wrong)
            return new WrongLastDay(closure.From);
        var now = clock.UtcMicros();
        closure.Propose(request, by.Person!, now);
        db.Audit(Deed.RemedyProposed, by, closure.Site, now, after: request);
        return null;
    }

    private async Task<Failure?> ConfirmAsync(PosDbContext db, Closure closure, RemedyRequest request, Actor by, CancellationToken ct)
    {
        if (closure.Remedy is null)
            return new NothingProposed();
        if ((closure.Remedy, closure.LastDay) != (request.Kind, request.LastDay))
            return new RemedyChanged();
        if (closure.IsConfirmed)
            return null;
        if (closure.ProposedBy == by.Person)
            return new SamePerson();
        var now = clock.UtcMicros();
        closure.Confirm(by.Person!, now);
        db.Audit(Deed.RemedyConfirmed, by, closure.Site, now, after: request);
        var tickets = await UnusedTickets.Of(db, closure).Select(ticket => ticket.Id).ToListAsync(ct);
        db.AddRange(tickets.Select(ticket => new RemedyTicket { Closure = closure.Id, Ticket = ticket, Refund = Guid.CreateVersion7(now) }));
        return null;
    }
}
