using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Journals;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tills;

/// <summary>Recomputes every link of a series from the stored sales and refunds.</summary>
internal sealed class JournalAudit(IDbContextFactory<PosDbContext> contexts)
{
    private const int Page = 200;

    /// <summary>Numbers whose link does not fit, in order; entries without a link are passed over.</summary>
    public async Task<IReadOnlyList<int>> BrokenAsync(Series series, CancellationToken ct)
    {
        var (broken, before, reached) = (new List<int>(), (JournalEntry?)null, (JournalEntry?)null);
        while (await PageAsync(series, reached, ct) is { Count: > 0 } page)
        {
            var facts = await FactsAsync(page, ct);
            foreach (var entry in page)
            {
                if (entry.Hash is not null && !Fits(series, entry, facts, before?.Number == entry.Number - 1 ? before : null))
                    broken.Add(entry.Number);
                // What a copied device gave beside the series has no place in its chain.
                before = entry.Branch == 0 ? entry : before;
            }

            reached = page[^1];
        }

        return broken;
    }

    private static bool Fits(Series series, JournalEntry entry, IReadOnlyDictionary<Guid, Func<string, string>> facts, JournalEntry? before)
    {
        var link = new JournalLink(entry.Previous!, entry.Hash!, entry.Signature);
        var follows = before?.Hash is null || before.Hash == entry.Previous;
        return follows && facts.TryGetValue(entry.Fact, out var next) && LinkCheck.Itself(series, link, entry.Number, next) is null;
    }

    private async Task<List<JournalEntry>> PageAsync(Series series, JournalEntry? after, CancellationToken ct)
    {
        var (number, branch) = (after?.Number ?? 0, after?.Branch ?? 0);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<JournalEntry>().AsNoTracking().Where(row => row.Till == series.Till && row.Epoch == series.Epoch)
            .Where(row => row.Number > number || (row.Number == number && row.Branch > branch))
            .OrderBy(row => row.Number).ThenBy(row => row.Branch).Take(Page).ToListAsync(ct);
    }

    /// <summary>Per fact the hash it makes after a previous one.</summary>
    private async Task<IReadOnlyDictionary<Guid, Func<string, string>>> FactsAsync(List<JournalEntry> entries, CancellationToken ct)
    {
        var ids = entries.ConvertAll(entry => entry.Fact);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sales = await SaleViews.Whole(db).Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        var refunds = await db.Set<Refund>().AsNoTracking().Include(row => row.Lines).Include(row => row.Tenders).AsSplitQuery().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        var facts = sales.ToDictionary(sale => sale.Id, sale => (Func<string, string>)(previous => Journal.Next(previous, sale.Id, SaleAsSent.Of(sale))));
        foreach (var refund in refunds)
            facts[refund.Id] = previous => Journal.Next(previous, refund.Sale, refund.Id, RefundAsSent.Of(refund));
        return facts;
    }
}
