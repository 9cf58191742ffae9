using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Closures;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Dated;

/// <summary>Price lists of a site by date. A new one is a copy of another with other days and prices; it ends what it follows.</summary>
internal sealed class KeepTariff(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    private DateOnly Today => BusinessDate.Of(clock.UtcMicros());

    public async Task<Result<IReadOnlyList<TariffRowView>>> ListAsync(string site, CancellationToken ct)
    {
        if ((await catalogue.GetAsync(ct)).Site(site) is not { } place)
            return new UnknownSite(site);
        return place.Tariffs.Select(row => row.Read()).OrderByDescending(list => list.From).Select(list => list.Row(Today)).ToArray();
    }

    public async Task<Result<Written<TariffRowView>>> AdoptAsync(string site, string code, TariffRequest request, Actor by, CancellationToken ct)
    {
        if ((await catalogue.GetAsync(ct)).Site(site) is not { } place)
            return new UnknownSite(site);
        if (TariffChecks.Shape(request) is { } wrong)
            return wrong;
        var adopted = await writer.RunAsync<Written<TariffRowView>>(async db =>
        {
            var lists = await HeldAsync(db, place, ct);
            if (lists.Find(row => row.Code == request.CopyOf)?.Read() is not { } copied)
                return new NoSuchTariff(request.CopyOf, "copyOf");
            var draft = copied.Following(code, request);
            if (lists.Find(row => row.Code == code)?.Read() is { } known)
                return RequestHash.Of(known with { Follows = null }) == RequestHash.Of(draft) ? new Written<TariffRowView>(known.Row(Today), First: false) : new TariffTaken(code);
            if (request.From <= Today)
                return new WrongTariffDay("from", Today);
            return Add(db, place, lists, (copied, draft), by);
        }, ct);
        catalogue.Forget();
        return adopted;
    }

    /// <returns>Why not, or <c>null</c>.</returns>
    public async Task<Failure?> WithdrawAsync(string site, string code, Actor by, CancellationToken ct)
    {
        if ((await catalogue.GetAsync(ct)).Site(site) is not { } place)
            return new UnknownSite(site);
        var withdrawn = await writer.RunAsync<bool>(async db =>
        {
            var lists = await HeldAsync(db, place, ct);
            if (lists.Find(row => row.Code == code) is not { } known)
                return false;
            if (known.From <= Today)
                return new PriceHasBegun(known.From);
            if (lists.Exists(row => row.Read().Follows?.Code == code))
                return new TariffFollowed(code);
            if (known.Read().Follows is { } before)
                lists.Find(row => row.Code == before.Code)!.EndOn(before.To);
            db.Remove(known);
            db.Audit(Deed.TariffWithdrawn, by, $"{site}/{code}", clock.UtcMicros(), known.Read().Row(Today), after: null);
            return true;
        }, ct);
        catalogue.Forget();
        return withdrawn.Failure;
    }

    private Result<Written<TariffRowView>> Add(PosDbContext db, Site site, List<Tariff> lists, (TariffFile Copied, TariffFile Draft) made, Actor by)
    {
        var draft = made.Draft;
        if (TariffChecks.Wrong(site, draft, made.Copied, lists.Select(row => row.Read())) is { } wrong)
            return wrong;
        if (!draft.Event && lists.Find(row => !row.Read().Event && row.From < draft.From && (row.To is null || row.To >= draft.From)) is { } followed)
        {
            draft = draft with { Follows = new FollowedFile(followed.Code, followed.To) };
            followed.EndOn(draft.From.AddDays(-1));
        }

        db.Add(draft.ToRow()).Property("SiteSeq").CurrentValue = site.Seq;
        db.Audit(Deed.TariffKept, by, $"{site.Code}/{draft.Code}", clock.UtcMicros(), before: null, draft.Row(Today));
        return new Written<TariffRowView>(draft.Row(Today), First: true);
    }

    /// <summary>
    /// The lists of a site, held until the transaction ends: of two that are adopted at once the second sees the days of the first. The site's row is
    /// written as it is, which every database lets one transaction do at a time; its version, which the office has seen, stays.
    /// </summary>
    private static async Task<List<Tariff>> HeldAsync(PosDbContext db, Site site, CancellationToken ct)
    {
        await db.Set<Site>().Where(row => row.Seq == site.Seq).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version), ct);
        return await db.Set<Tariff>().Where(row => EF.Property<long>(row, "SiteSeq") == site.Seq).ToListAsync(ct);
    }
}
