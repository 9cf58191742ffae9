using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Points.Contracts;
using Tourism.Pos.Admissions;
using Tourism.Pos.Audit;
using Tourism.Pos.Http;
using Tourism.Pos.Persistence;
using Tourism.Pos.Reviews;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Journals;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Refunds;

/// <summary>Writes a refund with everything that follows from it: slip number, ticket, points, the order to the provider.</summary>
internal sealed class WriteRefund(ReissueTicket tickets, PublicAddress address, TimeProvider clock)
{
    public async Task<Result<Written<RefundView>>> RunAsync(PosDbContext db, RefundBooks books, RefundWish wish, RefundPlan plan, CancellationToken ct)
    {
        var around = await db.JournalAroundAsync([wish.Receipt], ct);
        if (around.Exists(entry => new ReceiptNumber(entry.Till, entry.Epoch, entry.Number) == wish.Receipt))
            return new ReceiptNumberTaken(wish.Receipt.Till, wish.Receipt.Epoch, wish.Receipt.Number);
        var now = clock.UtcMicros();
        var refund = New(books, wish, plan, now);
        var doubts = Enter(db, wish, around, now);
        if (plan.People.Values.Sum() > (books.Ticket?.Outside ?? 0))
            doubts.Add(Inside(wish));
        var ticket = Reissue(db, books, plan, await HandedAsync(db, wish, ct), now);
        if (wish.Request.Ticket is { } handed && (ticket is null || ticket.Code != TicketCode.Read(handed)?.ToString()))
            doubts.Add(HandedTicket.NotGood);
        refund.Ticket = ticket?.Id;
        db.Add(refund);
        GiveBack(db, books.Sale, refund, now);
        db.Send(refund.Id.ToString(), RefundFacts.Of(books, refund, plan), now);
        db.AddRange(doubts.DistinctBy(doubt => doubt.Kind)
            .Select(doubt => Review.Of(doubt, wish.Id.ToString(), books.Sale.Site, books.Sale.Id, wish.Request.Till, now)));
        db.Audit(wish.Request.Override ? Deed.RefundForced : Deed.Refunded, wish.By, refund.SlipNumber, now, after: new { wish.Sale, wish.Request.Total, wish.Request.Reason });
        return new Written<RefundView>(refund.View(ticket, address), First: true);
    }

    private static Doubt Inside(RefundWish wish) => new(
        ReviewKind.RefundedInside,
        $"入場済みの人に返金されました({wish.By.Person})。理由: {wish.Request.Reason}",
        $"People who are inside were refunded by {wish.By.Person}. Reason: {wish.Request.Reason}", wish.Request.Total);

    private static Refund New(RefundBooks books, RefundWish wish, RefundPlan plan, DateTime now) => new()
    {
        Id = wish.Id,
        RequestHash = wish.Hash,
        Sale = books.Sale.Id,
        Site = books.Sale.Site,
        Till = wish.Request.Till,
        Epoch = wish.Request.Epoch,
        Number = wish.Request.Number,
        OccurredAt = wish.Request.OccurredAt,
        RecordedAt = now,
        BusinessDate = BusinessDate.Of(wish.Request.OccurredAt),
        Reason = wish.Request.Reason,
        By = wish.By.Person!,
        Device = wish.By.Device,
        Override = wish.Request.Override,
        Everything = wish.Request.Lines.Count == 0,
        Total = plan.Total,
        HandedTicket = wish.Request.Ticket,
        Lines = plan.Lines,
        Taxes = plan.Taxes,
        Tenders = [.. plan.Tenders.Select(part => Part(part, wish.Request.Slips, now))],
    };

    private static RefundTender Part(RefundPart part, IReadOnlyList<RefundSlip>? slips, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Tender = part.Tender.Id,
        Kind = part.Kind,
        Amount = part.Amount,
        Slip = slips?.FirstOrDefault(slip => slip.Tender == part.Tender.Id)?.Slip,
        State = part.Kind.IsThroughProvider() ? RefundState.Pending : RefundState.Done,
        NextTryAt = part.Kind.IsThroughProvider() ? now : null,
    };

    private static List<Doubt> Enter(PosDbContext db, RefundWish wish, List<JournalEntry> around, DateTime now)
    {
        var (request, link) = (wish.Request, LinkCheck.Storable(wish.Request.Journal));
        db.Add(JournalEntry.Of(wish.Receipt, branch: 0, JournalKind.Refund, wish.Id, link, now));
        var fault = LinkCheck.Itself(wish.Series, request.Journal, request.Number, previous => Journal.Next(previous, wish.Sale, wish.Id, request))
            ?? LinkCheck.Among(around.Where(entry => entry.Till == request.Till && entry.Epoch == request.Epoch), request.Number, link);
        List<Doubt> doubts = fault is null ? [] : [LinkCheck.Doubt(fault.Value)];
        if (wish.Series.Key is { View.Revoked: true })
            doubts.Add(LinkCheck.RevokedDevice);
        return doubts;
    }

    private Ticket? Reissue(PosDbContext db, RefundBooks books, RefundPlan plan, TicketCode? handed, DateTime now) =>
        books.Ticket is { } old && plan.People.Count > 0 ? tickets.Issue(db, old, plan.People, handed, now) : books.Ticket;

    /// <summary>The till's own ticket for those who remain, if its key signed it and nobody has it yet.</summary>
    private static async Task<TicketCode?> HandedAsync(PosDbContext db, RefundWish wish, CancellationToken ct) =>
        wish.Request.Ticket is { } text && TicketCode.Read(text) is { } code && HandedTicket.IsSigned(code, wish.Series)
            && !await db.Set<Ticket>().AnyAsync(row => row.Id == code.Payload.Ticket, ct)
            ? code
            : null;

    private static void GiveBack(PosDbContext db, Sale sale, Refund refund, DateTime now)
    {
        foreach (var part in refund.Tenders.Where(part => part.Kind == TenderKind.Points))
        {
            // Points that never covered the sale were never taken: there is nothing to give back.
            var tender = sale.Tenders.Single(row => row.Id == part.Tender);
            if (!tender.Uncovered)
                db.Send(tender.Hold.ToString()!, new ReturnPoints(part.Id, tender.Hold!.Value, sale.Id, new PointAmount(part.Amount.Amount), refund.OccurredAt), now);
        }
    }
}
