using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Merchants;

/// <summary>Adds a site, or changes its names, tills and gates. A till or gate is retired, never removed.</summary>
internal sealed class KeepSite(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    public async Task<Result<Written<KeptSiteView>>> HandleAsync(string code, SiteRequest request, Actor by, CancellationToken ct)
    {
        var wanted = request.Tidy();
        if (SiteChecks.Check(code, wanted) is { } wrong)
            return wrong;
        var kept = await writer.RunAsync<Written<Site>>(async db =>
        {
            if (!await db.Set<Issuer>().AnyAsync(row => row.Code == wanted.Issuer, ct))
                return new NoSuchIssuer(wanted.Issuer);
            if (await TakenAsync(db, code, wanted, ct) is { } taken)
                return taken;
            var known = await db.Set<Site>().Include(row => row.Places).SingleOrDefaultAsync(row => row.Code == code, ct);
            return known is null ? await AddAsync(db, code, wanted, by, ct) : Change(db, known, wanted, by);
        }, ct);
        catalogue.Forget();
        return kept.Map(written => new Written<KeptSiteView>(written.View.View(), written.First));
    }

    /// <summary>Receipts and scans name a till or gate without its site, so no other site may have one of that name.</summary>
    private static async Task<PlaceTaken?> TakenAsync(PosDbContext db, string code, SiteRequest wanted, CancellationToken ct)
    {
        List<string> tills = [.. wanted.Tills.Select(till => till.Code)], gates = [.. wanted.Gates.Select(gate => gate.Code)];
        var taken = await db.Set<Site>().Where(row => row.Code != code).SelectMany(row => row.Places)
            .Where(place => (place.Kind == PlaceKind.Till && tills.Contains(place.Code)) || (place.Kind == PlaceKind.Gate && gates.Contains(place.Code)))
            .Select(place => place.Code).FirstOrDefaultAsync(ct);
        return taken is null ? null : new PlaceTaken(taken);
    }

    private async Task<Result<Written<Site>>> AddAsync(PosDbContext db, string code, SiteRequest wanted, Actor by, CancellationToken ct)
    {
        var last = await db.Set<Site>().MaxAsync(row => (int?)row.No, ct) ?? 0;
        var site = db.Add(new Site { No = last + 1, Code = code, Name = wanted.Name, Kind = wanted.Kind, Issuer = wanted.Issuer }).Entity;
        site.TakePlaces(wanted, clock.UtcMicros());
        db.Audit(Deed.SiteKept, by, code, clock.UtcMicros(), before: null, after: wanted);
        return new Written<Site>(site, First: true);
    }

    private Result<Written<Site>> Change(PosDbContext db, Site site, SiteRequest wanted, Actor by)
    {
        var before = site.View().Says;
        if (before.IsSame(wanted))
            return new Written<Site>(site, First: false);
        if (wanted.Version != site.Version)
            return new SiteChanged(site.Name.Ja);
        if (SiteChecks.Changed(before, wanted) is { } stays)
            return stays;
        site.Name = wanted.Name;
        site.TakePlaces(wanted, clock.UtcMicros());
        // Tills and gates are other rows: the site's own version still has to say that somebody was here.
        db.Entry(site).Property(row => row.Kind).IsModified = true;
        db.Audit(Deed.SiteKept, by, site.Code, clock.UtcMicros(), before, after: wanted);
        return new Written<Site>(site, First: false);
    }
}
