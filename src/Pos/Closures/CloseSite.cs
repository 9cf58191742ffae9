using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Closures;

/// <summary>Closes a site with one action, and opens it again.</summary>
internal sealed class CloseSite(Writer<PosDbContext> writer, CatalogueStore catalogue, ClosureBoard board, ClosureViews views, TimeProvider clock)
{
    public async Task<Result<Written<ClosureView>>> CloseAsync(string site, Guid id, ClosureRequest request, Actor by, CancellationToken ct)
    {
        if ((await catalogue.GetAsync(ct)).Site(site) is null)
            return new UnknownSite(site);
        var today = BusinessDate.Of(clock.UtcMicros());
        if (request.From < today.AddDays(-7) || request.From > today.AddYears(1))
            return new WrongClosureStart(today);
        if (request.Until < request.From || request.Until > request.From.AddYears(1))
            return new WrongClosureDays();
        var written = await writer.RunAsync(db => WriteAsync(db, site, id, request, by, ct), ct);
        board.Forget();
        return written.Ok ? new Written<ClosureView>((await views.FindAsync(site, id, ct)).Value, written.Value) : written.Failure;
    }

    public async Task<Result<ClosureView>> ReopenAsync(string site, Guid id, Actor by, CancellationToken ct)
    {
        var written = await writer.RunAsync<bool>(async db =>
        {
            if (await db.Set<Closure>().SingleOrDefaultAsync(row => row.Id == id && row.Site == site, ct) is not { } closure)
                return new UnknownClosure(id);
            if (closure.ReopenedAt is not null)
                return true;
            var now = clock.UtcMicros();
            closure.Reopen(by.Person!, now);
            db.Audit(Deed.SiteReopened, by, site, now);
            return true;
        }, ct);
        board.Forget();
        return written.Ok ? await views.FindAsync(site, id, ct) : written.Failure;
    }

    private async Task<Result<bool>> WriteAsync(PosDbContext db, string site, Guid id, ClosureRequest request, Actor by, CancellationToken ct)
    {
        if (await db.Set<Closure>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } known)
            return (known.Site, known.Reason, known.From, known.Until) == (site, request.Reason, request.From, request.Until) ? false : RequestHash.Reused(id);
        var now = clock.UtcMicros();
        db.Add(new Closure { Id = id, Site = site, Reason = request.Reason, From = request.From, Until = request.Until, ClosedAt = now, ClosedBy = by.Person! });
        db.Audit(Deed.SiteClosed, by, site, now, after: request);
        return true;
    }
}
