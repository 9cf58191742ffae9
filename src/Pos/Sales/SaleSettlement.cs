using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Contracts;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Pos.Admissions;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>Ends a sale in the transaction that made its outcome certain: ticket, points and the fact for analytics go with it.</summary>
internal sealed class SaleSettlement(CatalogueStore catalogue, IssueTicket tickets)
{
    /// <summary>A visitor's payment arrived. False when the sale no longer waits for it: the money then needs a person.</summary>
    public async Task<bool> OnTenderPaidAsync(PosDbContext db, Guid saleId, Guid tenderId, DateTime now, CancellationToken ct)
    {
        var sale = await LoadAsync(db, saleId, ct);
        if (sale.State != SaleState.AwaitingPayment)
            return sale.State == SaleState.Completed;
        sale.Tenders.Single(tender => tender.Id == tenderId).PaidAt ??= now;
        if (sale.IsPaid)
            await CompleteAsync(db, sale, handed: null, now, ct);
        return true;
    }

    /// <summary>A visitor's payment will never come: nothing is sold and held points go back.</summary>
    public static async Task OnTenderDeadAsync(PosDbContext db, Guid saleId, DateTime now, CancellationToken ct)
    {
        var sale = await LoadAsync(db, saleId, ct);
        if (sale.State != SaleState.AwaitingPayment)
            return;
        sale.Cancel(now);
        foreach (var hold in sale.Holds)
            db.Send(hold.ToString(), new ReleaseHold(hold, sale.Id, now), now);
    }

    /// <summary>A person finishes a sale with money that came late. False when it cannot be: its points went back to the member.</summary>
    public async Task<bool> FinishLateAsync(PosDbContext db, Guid saleId, Guid tenderId, DateTime now, CancellationToken ct)
    {
        var sale = await LoadAsync(db, saleId, ct);
        if (!MayFinish(sale.State, sale.Holds.Any()))
            return false;
        sale.WaitAgain();
        await OnTenderPaidAsync(db, saleId, tenderId, now, ct);
        return true;
    }

    /// <summary>Whether late money can complete a sale.</summary>
    public static bool MayFinish(SaleState state, bool hasHolds) => state == SaleState.AwaitingPayment || state == SaleState.Cancelled && !hasHolds;

    /// <summary>Completes a sale whose every tender is certain. Returns the party's ticket, if it admits anyone.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="sale">The sale.</param>
    /// <param name="handed">The good ticket its till handed over; without it one is issued.</param>
    /// <param name="now">By this server's clock.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<Ticket?> CompleteAsync(PosDbContext db, Sale sale, Ticket? handed, DateTime now, CancellationToken ct)
    {
        sale.Complete(now);
        var snapshot = await catalogue.GetAsync(ct);
        var ticket = handed ?? tickets.Issue(db, sale, snapshot, now);
        foreach (var hold in sale.Holds)
            db.Send(hold.ToString(), new CaptureHold(hold, sale.Id, sale.OccurredAt), now);
        db.Send(sale.Id.ToString(), Fact(sale, snapshot.Site(sale.Site)!, ticket?.People ?? 0), now);
        return ticket;
    }

    private static Task<Sale> LoadAsync(PosDbContext db, Guid sale, CancellationToken ct) => db.Set<Sale>()
        .Include(row => row.Lines).Include(row => row.Tenders).AsSplitQuery().SingleAsync(row => row.Id == sale, ct);

    private static SaleFact Fact(Sale sale, Site site, int people) => new(
        sale.Id, site.Code, site.Name, sale.OccurredAt, sale.Total,
        [.. sale.Lines.Select(line => new SaleFactLine(line.Product, line.Quantity, line.Amount, line.TaxPercent))],
        [.. sale.Tenders.Select(tender => new SaleFactTender(tender.CountsAs, tender.Amount))],
        people, sale.Language);
}
