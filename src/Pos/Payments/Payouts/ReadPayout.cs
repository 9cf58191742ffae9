using Microsoft.EntityFrameworkCore;
using Stripe;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments.Counting;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Payouts;

/// <summary>Reads a payout down to its sales, page by page; a reading that was broken off goes on with the lines that are missing.</summary>
internal sealed class ReadPayout(StripeGateway stripe, Writer<PosDbContext> writer, KeepDifferences keep, TimeProvider clock)
{
    private const int Page = 100;

    public async Task<StripeClient> ClientAsync(CancellationToken ct) => await stripe.ClientAsync(ct);

    /// <summary>A webhook spoke of it.</summary>
    public async Task RunAsync(string id, CancellationToken ct)
    {
        var client = await ClientAsync(ct);
        await KeepAsync(client, await client.V1.Payouts.GetAsync(id, null, null, ct), ct);
    }

    public async Task KeepAsync(StripeClient client, Payout payout, CancellationToken ct)
    {
        var known = (await writer.RunAsync(db => StatusAsync(db, payout, ct), ct)).Value;
        var day = BusinessDate.Of(payout.Created);
        if (payout.Status == "failed")
            await keep.FoundAsync(new Finding(MoneyDifferenceKind.PayoutFailed, payout.Id, known.Amount, null), day, mended: false, ct);
        // The provider names the lines of its own payouts only, and once it has put them together.
        if (known.ReadAt is not null || payout.ReconciliationStatus != "completed")
            return;
        var read = (await CompleteAsync(payout, await LinesAsync(client, payout.Id, ct), ct)).Value;
        if (!read.AddsUp)
            await keep.FoundAsync(new Finding(MoneyDifferenceKind.PayoutDoesNotAddUp, payout.Id, read.Net, read.Amount), day, mended: false, ct);
    }

    private static async Task<Result<ProviderPayout>> StatusAsync(PosDbContext db, Payout payout, CancellationToken ct)
    {
        var row = await db.Set<ProviderPayout>().SingleOrDefaultAsync(one => one.Id == payout.Id, ct) ?? db.Add(new ProviderPayout
        {
            Id = payout.Id, Amount = new Yen(payout.Amount), CreatedAt = payout.Created, Arrives = BusinessDate.Of(payout.ArrivalDate), Status = payout.Status,
        }).Entity;
        (row.Status, row.Trouble) = (payout.Status, payout.FailureMessage is { Length: > 500 } said ? said[..500] : payout.FailureMessage);
        return row;
    }

    private Task<Result<ProviderPayout>> CompleteAsync(Payout payout, Sums sums, CancellationToken ct) => writer.RunAsync<ProviderPayout>(async db =>
    {
        var row = await db.Set<ProviderPayout>().SingleAsync(one => one.Id == payout.Id, ct);
        row.Complete(sums.Net, sums.Fees, sums.Lines, clock.UtcMicros());
        return row;
    }, ct);

    /// <summary>Without its own row only: a payout by hand that was taken from the same balance is one of its lines.</summary>
    private async Task<Sums> LinesAsync(StripeClient client, string payout, CancellationToken ct)
    {
        var sums = new Sums(Yen.Zero, Yen.Zero, 0);
        var search = new BalanceTransactionListOptions { Payout = payout, Limit = Page, Expand = ["data.source"] };
        await foreach (var page in client.V1.BalanceTransactions.ListAutoPagingAsync(search, null, ct).Where(row => row.Source?.Id != payout).Chunk(Page).WithCancellation(ct))
        {
            await writer.RunAsync(db => AddAsync(db, payout, page, ct), ct);
            sums = page.Aggregate(sums, (sum, row) => new Sums(sum.Net + new Yen(row.Net), sum.Fees + new Yen(row.Fee), sum.Lines + 1));
        }

        return sums;
    }

    private static async Task<Result<bool>> AddAsync(PosDbContext db, string payout, BalanceTransaction[] page, CancellationToken ct)
    {
        var ids = page.Select(row => row.Id).ToList();
        var known = await db.Set<PayoutLine>().Where(row => row.Payout == payout && ids.Contains(row.Movement)).Select(row => row.Movement).ToListAsync(ct);
        var origins = await PayoutOrigins.FindAsync(db, page, ct);
        db.AddRange(page.Where(row => !known.Contains(row.Id)).Select(row => PayoutOrigins.Line(payout, row, origins)));
        return true;
    }

    private sealed record Sums(Yen Net, Yen Fees, int Lines);
}
