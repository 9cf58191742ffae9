using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Closures;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>A ticket as the visitor who holds its code may see it.</summary>
/// <param name="Code">As in the QR code.</param>
/// <param name="Sites">Where it admits to, the site that sold it first; how many entered and how many still can.</param>
/// <param name="Party">Who it is for.</param>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day.</param>
/// <param name="Standing">Whether it is good.</param>
/// <param name="Notice">Set while a site it admits to is closed on one of its days.</param>
/// <param name="Remedy">What was decided for a ticket that a closure left unused.</param>
/// <param name="Reentry">Whoever goes out may come in again on the same day.</param>
public sealed record VisitorTicket(
    string Code, IReadOnlyList<(LocalText Name, int Inside, int Remaining)> Sites, IReadOnlyList<PartyView> Party, DateOnly FirstDay, DateOnly LastDay, TicketStanding Standing,
    ClosureNoticeView? Notice = null, TicketRemedy? Remedy = null, bool Reentry = false);

/// <summary>Finds a visitor's ticket by its code, also one whose sale has not arrived yet.</summary>
internal sealed class VisitorTickets(IDbContextFactory<PosDbContext> contexts, CatalogueStore catalogue, ClosureBoard closures, ClosureViews remedies, TicketReader reader)
{
    public async Task<VisitorTicket?> FindAsync(string text, CancellationToken ct)
    {
        if (TicketCode.Read(text) is not { } code)
            return null;
        var snapshot = await catalogue.GetAsync(ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = await db.Set<Ticket>().AsNoTracking().Include(row => row.Elsewhere).SingleOrDefaultAsync(row => row.Id == code.Payload.Ticket, ct);
        if (known is not null)
            return known.Code == code.ToString() ? await ViewAsync(snapshot, known, code, ct) : null;
        return (await reader.ReadAsync(snapshot, text, ct)).Beside(known) is { Ticket: { } awaited } ? await ViewAsync(snapshot, awaited, code, ct) : null;
    }

    private async Task<VisitorTicket> ViewAsync(Snapshot snapshot, Ticket ticket, TicketCode code, CancellationToken ct) => View(snapshot, ticket, code) with
    {
        Notice = await closures.FindAsync(ticket.Site, ticket.FirstDay, ct) ?? await closures.FindAsync(ticket.Site, ticket.LastDay, ct),
        Remedy = await remedies.RemedyOfAsync(ticket.Id, ct),
    };

    private static VisitorTicket View(Snapshot snapshot, Ticket ticket, TicketCode code)
    {
        var sites = snapshot.Sites.Where(site => ticket.AdmitsTo(site.Code)).OrderBy(site => site.Code == ticket.Site ? 0 : 1);
        var (seller, party) = (snapshot.On(snapshot.Site(ticket.Site)!, ticket.FirstDay), code.Payload.Party);
        return new VisitorTicket(
            ticket.Code, [.. sites.Select(site => Use(ticket, site))], TicketParties.View(seller, party), ticket.FirstDay, ticket.LastDay, ticket.Standing,
            Reentry: TicketParties.MayReturn(seller, party));
    }

    private static (LocalText, int, int) Use(Ticket ticket, Site site) => (site.Name, ticket.UseAt(site.Code).Admitted, ticket.RemainingAt(site.Code));
}
