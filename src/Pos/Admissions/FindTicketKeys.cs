using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Admissions;

/// <summary>The keys of the server and of the tills, and what hangs on each.</summary>
internal sealed class FindTicketKeys(IDbContextFactory<PosDbContext> contexts, TimeProvider clock)
{
    public async Task<IReadOnlyList<TicketKeyView>> HandleAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var keys = await db.Set<TicketKey>().AsNoTracking().OrderByDescending(key => key.Seq).ToListAsync(ct);
        var (holders, tickets) = (await HoldersAsync(db, ct), await TicketsAsync(db, ct));
        var views = new List<TicketKeyView>(keys.Count);
        foreach (var key in keys)
        {
            var of = holders.Where(holder => holder.Key == key.KeyId).ToList();
            var used = key.IsServers ? key.LastUsedAt ?? (key.State == TicketKeyState.Signing ? await db.LastSignedAsync(key.KeyId, ct) : null) : of.Select(holder => holder.UsedAt).Max();
            views.Add(View(key, of, tickets) with { LastUsedAt = used });
        }

        return [.. views.OrderBy(view => view.State).ThenBy(view => view.Till is null ? 0 : 1)];
    }

    private TicketKeyView View(TicketKey key, List<Holder> holders, List<Signed> tickets)
    {
        var (one, many) = TicketCode.Beginnings((uint)key.KeyId);
        var own = tickets.Where(ticket => ticket.Beginning == one || ticket.Beginning == many).ToList();
        var (device, restorable) = (holders.Find(holder => holder.Device is not null), key.RevokedAt + RevokeTicketKey.TakenBackWithin);
        return new TicketKeyView((uint)key.KeyId, key.State, key.ListedAt)
        {
            Site = key.Site,
            Till = key.Till,
            Device = device?.Name,
            MayRenew = key is { State: TicketKeyState.Signing, RenewAskedAt: null } && device is { Trusted: true },
            RenewAskedAt = key.State == TicketKeyState.Signing ? key.RenewAskedAt : null,
            SignsUntil = key.SignsUntil,
            RevokedAt = key.RevokedAt,
            RestorableUntil = restorable > clock.UtcMicros() && device is not { Trusted: false } ? restorable : null,
            Sold = own.Where(ticket => ticket.Sold).Sum(ticket => ticket.Count),
            Awaited = own.Where(ticket => !ticket.Sold).Sum(ticket => ticket.Count),
            LastDay = own.Select(ticket => (DateOnly?)ticket.LastDay).Max(),
        };
    }

    private static Task<List<Holder>> HoldersAsync(PosDbContext db, CancellationToken ct) => db.Set<TillEpoch>().Where(epoch => epoch.Key != null)
        .Select(epoch => new Holder(
            epoch.Key!.Value, epoch.Device, db.Set<Device>().Where(device => device.Id == epoch.Device).Select(device => device.Name).FirstOrDefault(),
            db.Set<Device>().Any(device => device.Id == epoch.Device && device.RevokedAt == null),
            db.Set<JournalEntry>().Where(entry => entry.Till == epoch.Till && entry.Epoch == epoch.Epoch).OrderByDescending(entry => entry.Number).Select(entry => (DateTime?)entry.RecordedAt).FirstOrDefault()))
        .ToListAsync(ct);

    /// <summary>Tickets that are not over and that nobody or not everybody has used, by how their code begins.</summary>
    private async Task<List<Signed>> TicketsAsync(PosDbContext db, CancellationToken ct)
    {
        var today = BusinessDate.Of(clock.UtcMicros());
        var found = await db.Set<Ticket>().Where(ticket => ticket.LastDay >= today && ticket.Standing == TicketStanding.Good && ticket.Admitted < ticket.People)
            .GroupBy(ticket => new { Beginning = ticket.Code.Substring(0, TicketCode.BeginningLength), Sold = ticket.Sale != null })
            .Select(group => new { group.Key.Beginning, group.Key.Sold, Count = group.Count(), LastDay = group.Max(ticket => ticket.LastDay) }).ToListAsync(ct);
        return found.ConvertAll(one => new Signed(one.Beginning, one.Sold, one.Count, one.LastDay));
    }

    private sealed record Holder(long Key, Guid? Device, string? Name, bool Trusted, DateTime? UsedAt);

    private sealed record Signed(string Beginning, bool Sold, int Count, DateOnly LastDay);
}

internal static class SignedTickets
{
    private const int Newest = 5_000;

    /// <summary>When a key signed last, among the newest tickets: a ticket's id says when it was made (UUIDv7, RFC 9562).</summary>
    public static async Task<DateTime?> LastSignedAsync(this PosDbContext db, long key, CancellationToken ct)
    {
        var (one, many) = TicketCode.Beginnings((uint)key);
        var last = await db.Set<Ticket>().OrderByDescending(ticket => ticket.Seq).Take(Newest).Where(ticket => ticket.Code.StartsWith(one) || ticket.Code.StartsWith(many))
            .OrderByDescending(ticket => ticket.Seq).Select(ticket => (Guid?)ticket.Id).FirstOrDefaultAsync(ct);
        return last is { } id ? DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(id.ToString("N")[..12], 16)).UtcDateTime : null;
    }
}
