using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Ends the trust in a key. Its tickets whose sale is on record stay good; gates that may be alone are told of them.</summary>
internal static class KeyRevocation
{
    public static async Task RevokeAsync(this PosDbContext db, TicketKey key, Actor by, DateTime now, CancellationToken ct)
    {
        if (key.RevokedAt is not null)
            return;
        key.Revoke(now);
        db.Audit(Deed.KeyRevoked, by, key.Subject, now);
        var (today, (oneSite, manySites)) = (BusinessDate.Of(now), TicketCode.Beginnings((uint)key.KeyId));
        await db.Set<Ticket>()
            .Where(ticket => ticket.LastDay >= today && ticket.Sale != null && (ticket.Code.StartsWith(oneSite) || ticket.Code.StartsWith(manySites)))
            .ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.ChangedAt, now).SetProperty(ticket => ticket.Version, ticket => ticket.Version + 1), ct);
    }
}
