using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Payouts;

/// <summary>Payouts as they were read.</summary>
internal sealed class FindPayouts(IDbContextFactory<PosDbContext> contexts)
{
    private const int MostPayouts = 100;
    private const int MostLines = 200;

    public async Task<IReadOnlyList<ProviderPayoutView>> ListAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<ProviderPayout>().AsNoTracking().OrderByDescending(row => row.CreatedAt).Take(MostPayouts).ToListAsync(ct);
        return rows.ConvertAll(View);
    }

    /// <param name="id">The payout.</param>
    /// <param name="after">The last line that is known already; 0 for the first page.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<Result<ProviderPayoutDetail>> FindAsync(string id, long after, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<ProviderPayout>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } payout)
            return new NoPayout(id);
        var page = await db.Set<PayoutLine>().AsNoTracking().Where(row => row.Payout == id && row.Seq > after).OrderBy(row => row.Seq).Take(MostLines + 1).ToListAsync(ct);
        var shown = page.Take(MostLines).ToList();
        return new ProviderPayoutDetail(View(payout), await SitesAsync(id, ct), shown.ConvertAll(View), page.Count > MostLines ? shown[^1].Seq : null);
    }

    /// <summary>All lines, as they come from the database.</summary>
    public async IAsyncEnumerable<PayoutLineView> LinesAsync(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await foreach (var line in db.Set<PayoutLine>().AsNoTracking().Where(row => row.Payout == id).OrderBy(row => row.Seq).AsAsyncEnumerable().WithCancellation(ct))
            yield return View(line);
    }

    private async Task<List<PayoutSiteView>> SitesAsync(string id, CancellationToken ct)
    {
        var sites = new SortedDictionary<string, PayoutSiteView>(StringComparer.Ordinal);
        await foreach (var line in LinesAsync(id, ct))
        {
            var before = sites.GetValueOrDefault(line.Site ?? "") ?? new PayoutSiteView(line.Site, 0, Yen.Zero, Yen.Zero, Yen.Zero);
            sites[line.Site ?? ""] = before with { Lines = before.Lines + 1, Amount = before.Amount + line.Amount, Fees = before.Fees + line.Fee, Net = before.Net + line.Net };
        }

        return [.. sites.Values];
    }

    private static ProviderPayoutView View(ProviderPayout row) => new(row.Id, row.Arrives, row.Amount, row.Fees, row.Status, row.ReadAt is null ? null : row.AddsUp, row.Lines)
    {
        Trouble = row.Trouble,
    };

    private static PayoutLineView View(PayoutLine row) => new(row.Movement, row.CreatedAt, row.Type, row.Amount, row.Fee, row.Net)
    {
        Site = row.Site, Receipt = row.Receipt, Sale = row.Sale, Source = row.Source,
    };
}

internal sealed record NoPayout(string Payout) : Failure(
    "no-payout", FailureKind.NotFound, $"入金 {Payout} はありません。一覧を開き直してください。", $"There is no payout {Payout}. Open the list again.");
