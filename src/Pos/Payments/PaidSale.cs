using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Http;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Sales.ByPhone.Stickers;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Shops;

namespace Tourism.Pos.Payments;

/// <summary>Ties payments to the sales of the tills.</summary>
internal sealed class PaidSale(SaleSettlement settlement, CatalogueStore catalogue, PublicAddress address) : IPaidSale
{
    public async Task<PayableTender?> FindAsync(PosDbContext db, Guid sale, Guid tender, CancellationToken ct)
    {
        var found = await db.Set<Sale>().Include(row => row.Tenders).SingleOrDefaultAsync(row => row.Id == sale, ct);
        if (found?.Tenders.SingleOrDefault(row => row.Id == tender && row.Kind.IsThroughProvider()) is not { } wanted)
            return null;
        // Counts as a change of the sale, so that a payment cannot begin while the sale is being given up.
        db.Entry(found).Property(row => row.Language).IsModified = true;
        var snapshot = await catalogue.GetAsync(ct);
        var merchant = snapshot.IssuerOf(snapshot.Site(found.Site)!, found.BusinessDate).Name;
        return new PayableTender(
            wanted.Amount, found.State == SaleState.AwaitingPayment && !wanted.IsPaid, merchant, found.ReceiptNumber, address.Receipt(found.ReceiptToken))
        {
            Site = found.Site,
            Sticker = await FindArrivals.ProofAsync(db, found, snapshot.Site(found.Site)!.Name, ct),
            Account = await AccountAsync(db, found.Site, ct),
            Method = wanted.Kind == TenderKind.Card ? PaymentMethod.Reader : PaymentMethod.Page,
        };
    }

    /// <summary>A shop whose account is not ready yet gets its money from the city, as before.</summary>
    private static Task<string?> AccountAsync(PosDbContext db, string site, CancellationToken ct) => db.Set<Shop>()
        .Where(shop => shop.Site == site && shop.Way == PayoutWay.Stripe && shop.Stripe == StripeState.Ready).Select(shop => shop.StripeAccount).SingleOrDefaultAsync(ct);

    public Task<bool> OnPaidAsync(PosDbContext db, Payment payment, DateTime now, CancellationToken ct) =>
        settlement.OnTenderPaidAsync(db, payment.Sale, payment.Id, now, ct);

    public Task OnDeadAsync(PosDbContext db, Payment payment, DateTime now, CancellationToken ct) =>
        SaleSettlement.OnTenderDeadAsync(db, payment.Sale, now, ct);
}
