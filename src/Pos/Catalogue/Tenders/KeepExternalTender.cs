using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Tenders;

/// <summary>Adds an external tender, changes it, or retires it and takes that back. Sales keep what it said when they were made.</summary>
internal sealed class KeepExternalTender(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    public async Task<Result<Written<KeptExternalTenderView>>> HandleAsync(string code, ExternalTenderRequest request, Actor by, CancellationToken ct)
    {
        var wanted = request.Tidy();
        var sites = (await catalogue.GetAsync(ct)).Sites.Select(site => site.Code).ToHashSet(StringComparer.Ordinal);
        if (ExternalTenderChecks.Check(code, wanted, sites) is { } wrong)
            return wrong;
        var kept = await writer.RunAsync<Written<ExternalTender>>(async db =>
            await db.Set<ExternalTender>().SingleOrDefaultAsync(row => row.Code == code, ct) is { } known ? Change(db, known, wanted, by) : Add(db, code, wanted, by), ct);
        catalogue.Forget();
        return kept.Map(written => new Written<KeptExternalTenderView>(written.View.View(), written.First));
    }

    private Result<Written<ExternalTender>> Add(PosDbContext db, string code, ExternalTenderRequest wanted, Actor by)
    {
        var tender = db.Add(new ExternalTender { Code = code }).Entity;
        tender.Take(wanted, clock.UtcMicros());
        db.Audit(Deed.ExternalTenderKept, by, code, clock.UtcMicros(), before: null, after: wanted);
        return new Written<ExternalTender>(tender, First: true);
    }

    private Result<Written<ExternalTender>> Change(PosDbContext db, ExternalTender tender, ExternalTenderRequest wanted, Actor by)
    {
        var before = tender.Says();
        if (RequestHash.Of(before) == RequestHash.Of(wanted with { Version = null }))
            return new Written<ExternalTender>(tender, First: false);
        if (wanted.Version != tender.Version)
            return new ExternalTenderChanged(before.Terms.Name.Ja);
        tender.Take(wanted, clock.UtcMicros());
        db.Audit(Deed.ExternalTenderKept, by, tender.Code, clock.UtcMicros(), before, after: wanted);
        return new Written<ExternalTender>(tender, First: false);
    }
}
