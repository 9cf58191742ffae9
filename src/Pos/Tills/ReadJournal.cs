using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tills;

/// <summary>What the server has of a till's journal. One series is recomputed at a time: the one asked for, or the newest.</summary>
internal sealed class ReadJournal(IDbContextFactory<PosDbContext> contexts, CatalogueStore catalogue, SeriesStore series, JournalAudit audit)
{
    public async Task<Result<JournalView>> HandleAsync(string till, int? epoch, CancellationToken ct)
    {
        if ((await catalogue.GetAsync(ct)).SellerOf(till) is null)
            return new UnknownTill(till);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var epochs = await db.Set<TillEpoch>().AsNoTracking().Where(row => row.Till == till).OrderBy(row => row.Epoch).ToListAsync(ct);
        var chosen = epoch ?? epochs.LastOrDefault()?.Epoch ?? 0;
        var views = new List<JournalEpochView>(epochs.Count);
        foreach (var row in epochs)
            views.Add(await ViewAsync(db, row, row.Epoch == chosen ? await series.FindAsync(till, chosen, ct) : null, ct));
        return new JournalView(till, views);
    }

    private async Task<JournalEpochView> ViewAsync(PosDbContext db, TillEpoch epoch, Series? verify, CancellationToken ct)
    {
        var entries = await db.Set<JournalEntry>().Where(row => row.Till == epoch.Till && row.Epoch == epoch.Epoch)
            .OrderBy(row => row.Number).Select(row => new { row.Number, row.Branch, Linked = row.Hash != null }).ToListAsync(ct);
        var broken = verify is null ? [] : await audit.BrokenAsync(verify, ct);
        return new JournalEpochView(
            epoch.Id, epoch.Epoch, epoch.OpenedAt, entries.LastOrDefault()?.Number ?? 0, Gaps([.. entries.Select(entry => entry.Number)]),
            [.. entries.Where(entry => entry.Branch > 0).Select(entry => entry.Number).Distinct()], verify is null ? null : broken.Count == 0, broken,
            entries.Count(entry => !entry.Linked));
    }

    private static List<JournalGapView> Gaps(IReadOnlyList<int> numbers)
    {
        var (gaps, last) = (new List<JournalGapView>(), 0);
        foreach (var number in numbers)
        {
            if (number > last + 1)
                gaps.Add(new JournalGapView(last + 1, number - 1));
            last = number;
        }

        return gaps;
    }
}
