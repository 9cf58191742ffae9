using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Admissions;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Closures;

/// <summary>Tickets that a closure leaves unused, and what they would bring back.</summary>
internal static class UnusedTickets
{
    private const int Shown = 500;
    private const int AtOnce = 500;

    /// <summary>Good for a day of the closure, and somebody on it is still outside.</summary>
    public static IQueryable<Ticket> Of(PosDbContext db, Closure closure) => db.Set<Ticket>().Include(ticket => ticket.Elsewhere)
        .Where(ticket => ticket.Site == closure.Site || (" " + ticket.Also + " ").Contains(" " + closure.Site + " "))
        .Where(ticket => ticket.Standing == TicketStanding.Good && ticket.Admitted < ticket.People)
        .Where(ticket => ticket.LastDay >= closure.From && (closure.Until == null || ticket.FirstDay <= closure.Until))
        .OrderBy(ticket => ticket.Seq);

    public static async Task<UnusedTicketsView> ViewAsync(PosDbContext db, Snapshot catalogue, Closure closure, CancellationToken ct)
    {
        var views = new List<UnusedTicketView>();
        foreach (var some in (await Of(db, closure).AsNoTracking().ToListAsync(ct)).Chunk(AtOnce))
        {
            var sales = some.Select(ticket => ticket.Sale).OfType<Guid>().ToList();
            var books = (await RefundBooks.LoadAllAsync(db, catalogue, sales, QueryTrackingBehavior.NoTracking, ct)).ToDictionary(book => book.Sale.Id);
            views.AddRange(some.Select(ticket => View(ticket, ticket.Sale is { } sale ? books.GetValueOrDefault(sale) : null)));
        }

        return new UnusedTicketsView(
            views.Count, views.Sum(view => view.People), views.Select(view => view.ByProvider).Sum(), views.Select(view => view.AtCounter).Sum(), [.. views.Take(Shown)]);
    }

    private static UnusedTicketView View(Ticket ticket, RefundBooks? books)
    {
        if (books is null)
            return new UnusedTicketView(ticket.Id, ticket.Sale, null, ticket.Outside, Yen.Zero, Yen.Zero);
        var back = books.Left.Allocate(OutsidePlan.Lines(books, ticket).Select(line => line.Amount).Sum());
        var cash = back.Where(part => part.Kind.AtCounter()).Select(part => part.Amount).Sum();
        return new UnusedTicketView(ticket.Id, books.Sale.Id, books.Sale.ReceiptNumber, ticket.Outside, back.Select(part => part.Amount).Sum() - cash, cash);
    }
}
