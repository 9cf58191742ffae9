using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>A ticket as the visitor who holds its code may see it.</summary>
/// <param name="Code">As in the QR code.</param>
/// <param name="Sites">Where it admits to, the site that sold it first.</param>
/// <param name="Party">Who it is for.</param>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day.</param>
/// <param name="Standing">Whether it is good.</param>
public sealed record VisitorTicket(
    string Code, IReadOnlyList<VisitorSite> Sites, IReadOnlyList<PartyView> Party, DateOnly FirstDay, DateOnly LastDay, TicketStanding Standing);

/// <summary>One site of a visitor's ticket.</summary>
/// <param name="Name">The site.</param>
/// <param name="Inside">People who entered.</param>
/// <param name="Remaining">People who still can.</param>
public sealed record VisitorSite(LocalText Name, int Inside, int Remaining);

/// <summary>Finds a visitor's ticket by its code, also one whose sale has not arrived yet.</summary>
internal sealed class VisitorTickets(IDbContextFactory<PosDbContext> contexts, CatalogueStore catalogue, TicketReader reader)
{
    public async Task<VisitorTicket?> FindAsync(string text, CancellationToken ct)
    {
        if (TicketCode.Read(text) is not { } code)
            return null;
        var snapshot = await catalogue.GetAsync(ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = await db.Set<Ticket>().AsNoTracking().Include(row => row.Elsewhere).SingleOrDefaultAsync(row => row.Id == code.Payload.Ticket, ct);
        if (known is not null)
            return known.Code == code.ToString() ? View(snapshot, known, code) : null;
        return await reader.ReadAsync(snapshot, text, ct) is { ByTill: true, Ticket: { } awaited } ? View(snapshot, awaited, code) : null;
    }

    private static VisitorTicket View(Snapshot snapshot, Ticket ticket, TicketCode code)
    {
        var sites = snapshot.Sites.Where(site => ticket.AdmitsTo(site.Code)).OrderBy(site => site.Code == ticket.Site ? 0 : 1);
        return new VisitorTicket(
            ticket.Code, [.. sites.Select(site => Use(ticket, site))], TicketParties.View(snapshot.Site(ticket.Site)!, code.Payload.Party),
            ticket.FirstDay, ticket.LastDay, ticket.Standing);
    }

    private static VisitorSite Use(Ticket ticket, Site site) => new(site.Name, ticket.UseAt(site.Code).Admitted, ticket.RemainingAt(site.Code));
}
