using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Admissions;
using Tourism.Pos.Persistence;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Sales;

/// <summary>Writes checked sales inside one transaction. A sale that cannot be written leaves nothing and does not disturb the others.</summary>
internal sealed class WriteSales(SaleSettlement settlement, SaleViews views, TimeProvider clock) : IGroupWork<PosDbContext, ReadySale, Recorded?>
{
    /// <summary>One answer for each sale, in order; <c>null</c> for a sale that another call recorded first.</summary>
    public async Task<Result<Recorded?>[]> WriteAsync(PosDbContext db, IReadOnlyList<ReadySale> sales, CancellationToken ct)
    {
        var books = await SaleBooks.LoadAsync(db, sales, ct);
        var (now, answers) = (clock.UtcMicros(), new List<Result<Recorded?>>(sales.Count));
        foreach (var sale in sales)
            answers.Add(await WriteAsync(db, books, sale, now, ct));
        return [.. answers];
    }

    private async Task<Result<Recorded?>> WriteAsync(PosDbContext db, SaleBooks books, ReadySale ready, DateTime now, CancellationToken ct)
    {
        if (books.Has(ready))
            return (Recorded?)null;
        if (Taken(books, ready) is { } taken)
            return taken;
        var used = books.UsedHolds(ready).ToList();
        var sale = NewSale.From(ready, ready.Uncovered.Concat(used).ToHashSet(), now);
        var doubts = ready.Doubts.Concat(used.Select(CheckSale.UncoveredTender)).ToList();
        doubts.AddRange([.. Enter(db, books, ready, sale, now), .. await HandedOverAsync(db, ready, now, ct)]);
        db.Insert(sale);
        foreach (var hold in sale.Holds)
            db.Insert(new HoldUse { Hold = hold, Sale = sale.Id });
        var handed = Handed(db, books, ready, doubts, now);
        handed?.Belongs(sale.Id);
        Withdraw(db, books, ready, now);
        var ticket = sale.IsPaid ? await settlement.CompleteAsync(db, sale, handed, now, ct) : null;
        var reviews = doubts.DistinctBy(doubt => doubt.Kind).Select(doubt => Review.Of(doubt, sale.Id.ToString(), sale.Site, sale.Id, sale.Till, now)).ToList();
        db.AddRange(reviews);
        return new Recorded(views.Of(sale, ticket, [], reviews));
    }

    /// <summary>It waited on a device that is trusted no more; whoever has that may have written it.</summary>
    private static async Task<IEnumerable<Doubt>> HandedOverAsync(PosDbContext db, ReadySale ready, DateTime now, CancellationToken ct)
    {
        if (await db.HandedOverFromAsync(ready.By, ready.Site.Code, ct) is not { } device)
            return [];
        db.NoteHandOver(device, ready.By, now);
        return [LinkCheck.RevokedDevice];
    }

    private static Failure? Taken(SaleBooks books, ReadySale ready)
    {
        if (!ready.HasHappened && books.Around(ready.Receipt).Any(entry => entry.Number == ready.Receipt.Number))
            return new ReceiptNumberTaken(ready.Request.Till, ready.Request.Epoch, ready.Request.Number);
        if (!ready.HasHappened && books.UsedHolds(ready).FirstOrDefault() is var hold && hold != Guid.Empty)
            return new HoldNotGood(hold);
        return books.HasTenderOf(ready) ? new TenderTaken() : null;
    }

    /// <summary>Enters the sale under its number; says what its neighbours in the series show.</summary>
    private static IEnumerable<Doubt> Enter(PosDbContext db, SaleBooks books, ReadySale ready, Sale sale, DateTime now)
    {
        var around = books.Around(ready.Receipt).ToList();
        var link = LinkCheck.Storable(ready.Request.Journal);
        var entry = JournalEntry.Of(ready.Receipt, around.Count(other => other.Number == sale.Number), JournalKind.Sale, sale.Id, link, now);
        db.Insert(entry);
        books.Add(sale, entry);
        return LinkCheck.Among(around, sale.Number, link) is { } fault ? [LinkCheck.Doubt(fault)] : [];
    }

    /// <summary>A ticket that is not this sale's must not pass at gates for one whose sale is on its way.</summary>
    private static void Withdraw(PosDbContext db, SaleBooks books, ReadySale ready, DateTime now)
    {
        if (ready.Unfit is not { } code || books.Ticket(code.Payload.Ticket) is { Sale: not null })
            return;
        var ticket = books.Ticket(code.Payload.Ticket) ?? Enter(db, ready, code, now);
        ticket.Belongs(ready.Id);
        ticket.Stand(TicketStanding.Revoked, now);
    }

    /// <summary>The ticket a till handed over; a gate may have met it before its sale arrived.</summary>
    private static Ticket? Handed(PosDbContext db, SaleBooks books, ReadySale ready, List<Doubt> doubts, DateTime now)
    {
        if (ready.Handed is not { } code)
            return null;
        if (books.Ticket(code.Payload.Ticket) is not { } known)
            return Enter(db, ready, code, now);
        if (known.Sale is null && known.Code == code.ToString())
            return known;
        doubts.Add(HandedTicket.NotGood);
        return null;
    }

    private static Ticket Enter(PosDbContext db, ReadySale ready, TicketCode code, DateTime now)
    {
        var ticket = Ticket.Of(code, ready.Site, AdmittedSites.Named(ready.Catalogue, code.Payload), now);
        db.Insert(ticket);
        return ticket;
    }
}

/// <summary>A sale that this very call recorded.</summary>
internal sealed record Recorded(Shared.Wire.SaleView View);
