using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Merchants;

/// <summary>Adds an issuer, or says what its receipts say from a day after today. What was printed stays printable as it was.</summary>
internal sealed class KeepIssuer(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    private DateOnly Today => BusinessDate.Of(clock.UtcMicros());

    public async Task<Result<Written<KeptIssuerView>>> HandleAsync(string code, IssuerRequest request, Actor by, CancellationToken ct)
    {
        var terms = new IssuerTerms(request.Says.Tidy(), request.SoleTrader);
        if (IssuerChecks.Check(code, terms) is { } wrong)
            return wrong;
        var kept = await writer.RunAsync<Written<Issuer>>(async db =>
        {
            var known = await db.Set<Issuer>().Include(row => row.Changes).SingleOrDefaultAsync(row => row.Code == code, ct);
            return known is null ? Add(db, code, terms, by) : Change(db, known, terms, request, by);
        }, ct);
        catalogue.Forget();
        return kept.Map(written => new Written<KeptIssuerView>(written.View.View(Today), written.First));
    }

    /// <returns>Why not, or the issuer without the change.</returns>
    public async Task<Result<KeptIssuerView>> WithdrawAsync(string code, DateOnly from, Actor by, CancellationToken ct)
    {
        var withdrawn = await writer.RunAsync<Issuer>(async db =>
        {
            if (await db.Set<Issuer>().Include(row => row.Changes).SingleOrDefaultAsync(row => row.Code == code, ct) is not { } issuer)
                return new NoSuchIssuer(code);
            if (issuer.Changes.Find(change => change.From == from) is not { } known)
                return issuer;
            if (from <= Today)
                return new PriceHasBegun(from);
            Remove(db, issuer, known);
            db.Audit(Deed.IssuerKept, by, code, clock.UtcMicros(), known.View(Today), after: null);
            return issuer;
        }, ct);
        catalogue.Forget();
        return withdrawn.Map(issuer => issuer.View(Today));
    }

    private Result<Written<Issuer>> Add(PosDbContext db, string code, IssuerTerms terms, Actor by)
    {
        var issuer = db.Add(Issuer.Of(code, terms)).Entity;
        db.Audit(Deed.IssuerKept, by, code, clock.UtcMicros(), before: null, terms.View);
        return new Written<Issuer>(issuer, First: true);
    }

    private Result<Written<Issuer>> Change(PosDbContext db, Issuer issuer, IssuerTerms terms, IssuerRequest request, Actor by)
    {
        var same = request.From is { } day ? issuer.Changes.Find(change => change.From == day) : null;
        if ((request.From is null ? issuer.First : same?.Read()) == terms)
            return new Written<Issuer>(issuer, First: false);
        if (request.Version != issuer.Version)
            return new IssuerChanged(issuer.On(Today).View.Name.Ja);
        if (request.From is not { } from || from <= Today)
            return new WrongIssuerDay(Today);
        if (same is not null)
            Remove(db, issuer, same);
        issuer.Changes.Add(IssuerChange.Of(from, terms));
        Count(db, issuer);
        db.Audit(Deed.IssuerKept, by, issuer.Code, clock.UtcMicros(), issuer.On(from.AddDays(-1)).View, new IssuerChangeView(from, terms.View, terms.SoleTrader, Begun: false));
        return new Written<Issuer>(issuer, First: false);
    }

    private static void Remove(PosDbContext db, Issuer issuer, IssuerChange change)
    {
        issuer.Changes.Remove(change);
        db.Remove(change);
        Count(db, issuer);
    }

    /// <summary>The change is another row: the issuer's own version still has to say that somebody was here.</summary>
    private static void Count(PosDbContext db, Issuer issuer) => db.Entry(issuer).Property(row => row.PublicBody).IsModified = true;
}
