using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Counting;

/// <summary>Lays the payments of a day side by side, a page at a time, and brings forward what the provider knows better.</summary>
internal sealed class CountPayments(IDbContextFactory<PosDbContext> contexts, ReadProvider provider, AdvancePayment advance, KeepDifferences keep) : ICount
{
    private static readonly PaymentState[] Counted = [PaymentState.Succeeded, PaymentState.LatePaid];

    public IReadOnlyList<MoneyDifferenceKind> Kinds { get; } =
        [MoneyDifferenceKind.NotCounted, MoneyDifferenceKind.NotThere, MoneyDifferenceKind.AmountDiffers, MoneyDifferenceKind.NamesNoPayment];

    public async Task<(Tally Ours, Tally Theirs)> RunAsync(DateOnly day, CancellationToken ct)
    {
        // Theirs first: what is mended there counts on both sides afterwards. Ours may find money outside the window, so theirs is added up last.
        await TheirsAsync(day, judge: true, ct);
        var ours = await OursAsync(day, ct);
        return (ours, await TheirsAsync(day, judge: false, ct));
    }

    public async Task JudgeAsync(string subject, DateOnly day, CancellationToken ct)
    {
        if (Guid.TryParse(subject, out var payment))
            await JudgeOursAsync(payment, day, ct);
        else if (await provider.OneAsync(MoneyWay.In, subject, ct) is { } money)
            await JudgeTheirsAsync(money, day, ct);
        else
            await GoneAsync(subject, but: null, ct);
    }

    private async Task<Tally> TheirsAsync(DateOnly day, bool judge, CancellationToken ct)
    {
        var (tally, last) = (Tally.None, 0L);
        while (await PageOfTheirsAsync(day, last, ct) is { Count: > 0 } page)
        {
            last = page[^1].Seq;
            tally = page.Aggregate(tally, (sum, money) => sum.And(money.Amount));
            foreach (var money in judge ? await DoubtfulAsync(page, ct) : [])
                await JudgeTheirsAsync(money, day, ct);
        }

        return tally;
    }

    /// <summary>A payment belongs to the day on which we began it, whatever the provider's clock says.</summary>
    private async Task<List<ProviderMoney>> PageOfTheirsAsync(DateOnly day, long after, CancellationToken ct)
    {
        var (begin, end) = (BusinessDate.StartUtc(day), BusinessDate.StartUtc(day.AddDays(1)));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = from money in db.Set<ProviderMoney>().AsNoTracking()
                   where money.Seq > after && money.Way == MoneyWay.In && money.Stands
                   join payment in db.Set<Payment>() on money.Part equals (Guid?)payment.Id into named
                   from payment in named.DefaultIfEmpty()
                   let at = payment == null ? money.CreatedAt : payment.CreatedAt
                   where at >= begin && at < end
                   orderby money.Seq
                   select money;
        return await rows.Take(ReadProvider.Page).ToListAsync(ct);
    }

    private async Task<List<ProviderMoney>> DoubtfulAsync(List<ProviderMoney> page, CancellationToken ct)
    {
        var named = page.Select(money => money.Part).OfType<Guid>().ToList();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var ours = await db.Set<Payment>().AsNoTracking().Include(row => row.Attempts).Where(row => named.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
        return page.FindAll(money => Verdict.Of(money, money.Part is { } id ? ours.GetValueOrDefault(id) : null) is not null);
    }

    private async Task JudgeTheirsAsync(ProviderMoney money, DateOnly day, CancellationToken ct)
    {
        var payment = money.Part is { } id ? await FindAsync(id, ct) : null;
        var kind = Verdict.Of(money, payment);
        if (kind is { } differs)
        {
            // Written down before it is mended, so that it is known also when this host dies in between.
            var found = new Finding(differs, money.Id, payment?.Amount, money.Amount) { Payment = payment?.Id };
            await keep.FoundAsync(found, day, mended: false, ct);
            if (differs == MoneyDifferenceKind.NotCounted && await MendAsync(money, payment!, ct))
                await keep.FoundAsync(found, day, mended: true, ct);
        }

        await GoneAsync(money.Id, kind, ct);
    }

    /// <summary>A webhook or an answer was lost: the payment is asked about, by the same way as always.</summary>
    private async Task<bool> MendAsync(ProviderMoney money, Payment payment, CancellationToken ct)
    {
        await advance.RunAsync(payment.Id, await provider.HintAsync(payment, money.Id, ct), ct);
        return Verdict.Of(money, await FindAsync(payment.Id, ct)) is null;
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

    private async Task<List<OurPayment>> PageOfOursAsync(DateOnly day, long after, CancellationToken ct)
    {
        var (begin, end) = (BusinessDate.StartUtc(day), BusinessDate.StartUtc(day.AddDays(1)));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Payment>().Where(row => row.Seq > after && row.CreatedAt >= begin && row.CreatedAt < end && Counted.Contains(row.State)).OrderBy(row => row.Seq)
            .Take(ReadProvider.Page).Select(row => new OurPayment(row.Seq, row.Id, row.Amount, db.Set<ProviderMoney>().Any(money => money.Part == row.Id && money.Stands))).ToListAsync(ct);
    }

    private async Task JudgeOursAsync(Guid id, DateOnly day, CancellationToken ct)
    {
        var payment = (await FindAsync(id, ct))!;
        var intent = await provider.IntentOfAsync(payment, ct);
        var there = intent is not null && await provider.OneAsync(MoneyWay.In, intent, ct) is { Stands: true };
        if (there || !Verdict.Counts(payment.State))
            await keep.GoneAsync(id.ToString(), MoneyDifferenceKind.NotThere, ct);
        else
            await keep.FoundAsync(new Finding(MoneyDifferenceKind.NotThere, id.ToString(), payment.Amount, null) { Payment = id }, day, mended: false, ct);
    }

    private async Task GoneAsync(string subject, MoneyDifferenceKind? but, CancellationToken ct)
    {
        foreach (var kind in Kinds.Where(kind => kind != but))
            await keep.GoneAsync(subject, kind, ct);
    }

    private async Task<Payment?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Payment>().AsNoTracking().Include(row => row.Attempts).SingleOrDefaultAsync(row => row.Id == id, ct);
    }

    private sealed record OurPayment(long Seq, Guid Id, Yen Amount, bool There);
}
