using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Closures;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock.Consignments;

/// <summary>Agrees and ends terms. Whoever does so at a site waits for the one before: two terms of one product never overlap.</summary>
internal sealed class KeepConsignments(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    public async Task<Result<Written<ConsignmentView>>> AgreeAsync(string site, Guid id, ConsignmentRequest request, Actor by, CancellationToken ct)
    {
        if ((await catalogue.GetAsync(ct)).Site(site) is not { } place)
            return new UnknownSite(site);
        if (SupplierChecks.Check(place, request, BusinessDate.Of(clock.UtcMicros())) is { } wrong)
            return wrong;
        var hash = RequestHash.Of(request);
        return await writer.RunAsync<Written<ConsignmentView>>(async db =>
        {
            // Held first: of two that send the same at once, the second waits here and then finds it.
            var kept = await db.HoldStockAsync(site, ct);
            if (await db.Set<Consignment>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } known)
                return known.Site == site && known.RequestHash == hash ? new Written<ConsignmentView>(known.View, First: false) : RequestHash.Reused(id);
            return kept ? await AgreeAsync(db, New(site, id, hash, request), request, by, ct) : new StockOff(site);
        }, ct);
    }

    private async Task<Result<Written<ConsignmentView>>> AgreeAsync(PosDbContext db, Consignment terms, ConsignmentRequest request, Actor by, CancellationToken ct)
    {
        if (!await db.Set<Supplier>().AnyAsync(row => row.Site == terms.Site && row.Code == terms.Supplier, ct))
            return new WrongStock("supplier", "先に仕入先を登録してください", "add the supplier first");
        if ((await db.Set<Consignment>().Where(row => row.Site == terms.Site && row.Product == terms.Product).ToListAsync(ct)).Exists(terms.Overlaps))
            return new TermsOverlap(terms.Product);
        db.Add(terms);
        db.Audit(Deed.ConsignmentKept, by, $"{terms.Site}/{terms.Product}", clock.UtcMicros(), after: request);
        return new Written<ConsignmentView>(terms.View, First: true);
    }

    /// <summary>Ends terms; not before the last sale that was settled under them, because that must stay what it was.</summary>
    public Task<Result<ConsignmentView>> EndAsync(string site, Guid id, ConsignmentEnd end, Actor by, CancellationToken ct) => writer.RunAsync<ConsignmentView>(async db =>
    {
        if (!await db.HoldStockAsync(site, ct))
            return new StockOff(site);
        if (await db.Set<Consignment>().SingleOrDefaultAsync(row => row.Id == id && row.Site == site, ct) is not { } terms)
            return new UnknownTerms(id);
        if (terms.To == end.To)
            return terms.View;
        if (end.To < terms.From.AddDays(-1) || end.To > terms.To)
            return new WrongStock("to", "条件が始まる前の日から、いまの終わりの日までにしてください", "choose a day from the one before the terms begin to their end");
        var settled = await db.Set<SettledLine>().Where(line => line.Terms == id && !line.IsRefund).MaxAsync(line => (DateOnly?)line.Date, ct);
        if (end.To < settled)
            return new SettledUntil(settled.Value);
        var before = terms.View;
        terms.To = end.To;
        db.Audit(Deed.ConsignmentKept, by, $"{site}/{terms.Product}", clock.UtcMicros(), before, terms.View);
        return terms.View;
    }, ct);

    private static Consignment New(string site, Guid id, string hash, ConsignmentRequest request) => new()
    {
        Id = id, RequestHash = hash, Site = site, Product = request.Product, Supplier = request.Supplier, Percent = request.Percent, From = request.From, To = request.To,
    };
}
