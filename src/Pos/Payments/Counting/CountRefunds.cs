using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Counting;

/// <summary>Lays the refunds of a day side by side, a page at a time.</summary>
internal sealed class CountRefunds(IDbContextFactory<PosDbContext> contexts, ReadProvider provider, LookAtRefund look, KeepDifferences keep) : ICount
{
    public IReadOnlyList<MoneyDifferenceKind> Kinds { get; } =
        [MoneyDifferenceKind.RefundOnlyThere, MoneyDifferenceKind.RefundOnlyHere, MoneyDifferenceKind.RefundAmountDiffers];

    public async Task<(Tally Ours, Tally Theirs)> RunAsync(DateOnly day, CancellationToken ct)
    {
        await TheirsAsync(day, judge: true, ct);
        var ours = await OursAsync(day, ct);
        return (ours, await TheirsAsync(day, judge: false, ct));
    }

    public async Task JudgeAsync(string subject, DateOnly day, CancellationToken ct)
    {
        if (Guid.TryParse(subject, out var part))
            await JudgeOursAsync(part, day, ct);
        else if (await provider.OneAsync(MoneyWay.Back, subject, ct) is { } money)
            await JudgeTheirsAsync(money, day, ct);
        else
            await GoneAsync(subject, but: null, ct);
    }

    private async Task<Tally> TheirsAsync(DateOnly day, bool judge, CancellationToken ct)
    {
        var (tally, last) = (Tally.None, 0L);
        while (await PageOfTheirsAsync(day, last, ct) is { Count: > 0 } page)
        {
            last = page[^1].Money.Seq;
            tally = page.Aggregate(tally, (sum, pair) => sum.And(pair.Money.Amount));
            foreach (var pair in page.Where(pair => judge && Verdict.Of(pair.Money, pair.Part) is not null))
                await JudgeTheirsAsync(pair.Money, day, ct);
        }

        return tally;
    }

    /// <summary>A refund belongs to the day on which we knew that it was done; one that we do not count, to the day the provider made it.</summary>
    private async Task<List<Pair>> PageOfTheirsAsync(DateOnly day, long after, CancellationToken ct)
    {
        var (begin, end) = (BusinessDate.StartUtc(day), BusinessDate.StartUtc(day.AddDays(1)));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = from money in db.Set<ProviderMoney>().AsNoTracking()
                   where money.Seq > after && money.Way == MoneyWay.Back && money.Stands
                   join part in db.Set<RefundTender>().AsNoTracking() on money.Part equals (Guid?)part.Id into named
                   from part in named.DefaultIfEmpty()
                   let at = part != null && part.State == RefundState.Done ? part.EndedAt : money.CreatedAt
                   where at >= begin && at < end
                   orderby money.Seq
                   select new Pair(money, part);
        return await rows.Take(ReadProvider.Page).ToListAsync(ct);
    }

    private async Task JudgeTheirsAsync(ProviderMoney money, DateOnly day, CancellationToken ct)
    {
        var part = money.Part is { } id ? await FindAsync(id, ct) : null;
        var kind = Verdict.Of(money, part);
        if (kind is { } differs)
            await keep.FoundAsync(new Finding(differs, money.Id, part?.Amount, money.Amount) { Payment = part?.Tender }, day, mended: false, ct);
        await GoneAsync(money.Id, kind, ct);
    }

    private async Task<Tally> OursAsync(DateOnly day, CancellationToken ct)
    {
        var (tally, last) = (Tally.None, 0L);
        while (await PageOfOursAsync(day, last, ct) is { Count: > 0 } page)
        {
            last = page[^1].Seq;
            tally = page.Aggregate(tally, (sum, one) => sum.And(one.Amount));
            foreach (var one in page.Where(one => !one.There))
                await JudgeOursAsync(one.Id, day, ct);
        }

        return tally;
    }

    private async Task<List<OurPart>> PageOfOursAsync(DateOnly day, long after, CancellationToken ct)
    {
        var (begin, end) = (BusinessDate.StartUtc(day), BusinessDate.StartUtc(day.AddDays(1)));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<RefundTender>()
            .Where(row => row.Seq > after && row.EndedAt >= begin && row.EndedAt < end && row.State == RefundState.Done && row.ProviderId != null).OrderBy(row => row.Seq)
            .Take(ReadProvider.Page).Select(row => new OurPart(row.Seq, row.Id, row.Amount, db.Set<ProviderMoney>().Any(money => money.Part == row.Id && money.Stands))).ToListAsync(ct);
    }

    /// <summary>The provider's bank may have sent it back without our hearing of it: then the refund is asked about once more.</summary>
    private async Task JudgeOursAsync(Guid id, DateOnly day, CancellationToken ct)
    {
        var part = (await FindAsync(id, ct))!;
        if (part.State != RefundState.Done || await provider.OneAsync(MoneyWay.Back, part.ProviderId!, ct) is { Stands: true })
        {
            await keep.GoneAsync(id.ToString(), MoneyDifferenceKind.RefundOnlyHere, ct);
            return;
        }

        await keep.FoundAsync(new Finding(MoneyDifferenceKind.RefundOnlyHere, id.ToString(), part.Amount, null) { Payment = part.Tender }, day, mended: false, ct);
        await look.LookAgainAsync(id, ct);
    }

    private async Task GoneAsync(string subject, MoneyDifferenceKind? but, CancellationToken ct)
    {
        foreach (var kind in Kinds.Where(kind => kind != but))
            await keep.GoneAsync(subject, kind, ct);
    }

    private async Task<RefundTender?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<RefundTender>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
    }

    private sealed record Pair(ProviderMoney Money, RefundTender? Part);

    private sealed record OurPart(long Seq, Guid Id, Yen Amount, bool There);
}
