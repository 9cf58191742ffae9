using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Catalogue.Tenders;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Catalogue;

/// <summary>The catalogue as every sale reads it. A copy is kept for a few seconds: prices change by date, not by the second.</summary>
internal sealed class CatalogueStore(IDbContextFactory<PosDbContext> contexts, IOptions<TourismOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private volatile Snapshot? _snapshot;
    private readonly Lock _lock = new();
    private int _changes;

    public async Task<Snapshot> GetAsync(CancellationToken ct)
    {
        var snapshot = _snapshot;
        if (snapshot is not null && clock.GetElapsedTime(snapshot.ReadAt) < Fresh)
            return snapshot;
        var changes = Volatile.Read(ref _changes);
        var read = await ReadAsync(ct);
        lock (_lock)
        {
            // What was read while somebody wrote may be the old state: it is used once and not kept.
            if (changes == _changes)
                _snapshot = read;
        }

        return read;
    }

    /// <summary>The office has changed something: this host sees it at once, other hosts within those seconds.</summary>
    public void Forget()
    {
        lock (_lock)
            (_changes, _snapshot) = (_changes + 1, null);
    }

    private async Task<Snapshot> ReadAsync(CancellationToken ct)
    {
        var readAt = clock.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sites = await db.Set<Site>().AsNoTracking().Include(site => site.Places)
            .Include(site => site.Products).ThenInclude(product => product.Prices)
            .Include(site => site.Tariffs)
            .AsSplitQuery().OrderBy(site => site.No).ToListAsync(ct);
        var issuers = await db.Set<Issuer>().AsNoTracking().Include(issuer => issuer.Changes).ToDictionaryAsync(issuer => issuer.Code, ct);
        var rates = await db.Set<TaxRate>().AsNoTracking().ToListAsync(ct);
        var city = await CityFile.ReadAsync(options.Value.CityDirectory, ct);
        var tenders = new ExternalTenders(await db.Set<ExternalTender>().AsNoTracking().ToListAsync(ct));
        return new Snapshot(city.City, sites, issuers, rates, tenders, readAt);
    }
}
