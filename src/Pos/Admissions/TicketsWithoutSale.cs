using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Jobs;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Asks somebody to look when a till's ticket let people in and no sale came: the till is stuck, or its key is in wrong hands.</summary>
internal sealed class TicketsWithoutSale(Writer<PosDbContext> writer, IDbContextFactory<PosDbContext> contexts, TicketKeys keys, TimeProvider clock) : IJob
{
    private const int Batch = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    public string Name => "pos-tickets-without-sale";

    public string Cron => "17 * * * *";

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var ticket in await FindAsync(ct))
            await writer.RunAsync(db => RaiseAsync(db, ticket, ct), ct);
    }

    /// <summary>What was raised before stays without a sale, so it must not keep others from being found.</summary>
    private async Task<List<Guid>> FindAsync(CancellationToken ct)
    {
        var before = clock.UtcMicros() - Patience;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var raised = await db.Set<Review>().Where(review => review.Kind == ReviewKind.TicketWithoutSale).Select(review => review.Subject).ToHashSetAsync(ct);
        var found = await Unsold(db).Where(ticket => ticket.ChangedAt < before).OrderBy(ticket => ticket.Seq).Select(ticket => ticket.Id).ToListAsync(ct);
        return [.. found.Where(ticket => !raised.Contains(ticket.ToString())).Take(Batch)];
    }

    private async Task<Result<bool>> RaiseAsync(PosDbContext db, Guid id, CancellationToken ct)
    {
        if (await Unsold(db).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } ticket)
            return false;
        var till = (await keys.FindAsync(TicketCode.Read(ticket.Code)!.Payload.Key, ct))?.View.Till;
        await db.RaiseAsync(Review.Of(NoSale(ticket, till), ticket.Id.ToString(), ticket.Site, sale: null, till, clock.UtcMicros()), ct);
        return true;
    }

    private static IQueryable<Ticket> Unsold(PosDbContext db) =>
        db.Set<Ticket>().Where(ticket => ticket.Sale == null && (ticket.Admitted > 0 || ticket.Elsewhere.Any(visit => visit.Admitted > 0)));

    private static Doubt NoSale(Ticket ticket, string? till) => new(
        ReviewKind.TicketWithoutSale,
        $"レジ「{till}」の {ticket.FirstDay:yyyy-MM-dd} の入場券（{ticket.People} 人）で入場がありましたが、1日たっても売上が届きません。レジの送信待ちを確かめ、見当たらなければ鍵を失効させてください。",
        $"People entered on a ticket of till '{till}' for {ticket.FirstDay:yyyy-MM-dd} ({ticket.People} people), and its sale has not come within a day. See whether the till has sales to send; if not, revoke its key.");
}
