using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Jobs;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Payments.Counting;

/// <summary>
/// Compares our books with the provider's, both ways, for every business day that has not been compared. A day is written down last, so that one that was
/// broken off begins again; everything before that can be repeated, also by two hosts at once.
/// </summary>
internal sealed class CompareMoney(
    Writer<PosDbContext> writer, IDbContextFactory<PosDbContext> contexts, ReadProvider provider, CountPayments payments, CountRefunds refunds, TimeProvider clock) : IJob
{
    private const int Most = 500;

    /// <summary>By then payments begun before midnight have ended.</summary>
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromHours(3);

    /// <summary>The provider's clock is not ours, and its object is made a little later than our payment.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    public string Name => "pos-compare-money";

    public string Cron => "25 * * * *";

    public async Task RunAsync(CancellationToken ct)
    {
        var compared = false;
        while (await NextAsync(ct) is { } day)
        {
            await CompareAsync(day, ct);
            compared = true;
        }

        if (compared)
            await LookAgainAsync(ct);
    }

    /// <summary>The first day that is over and not compared yet; nothing before the first payment.</summary>
    private async Task<DateOnly?> NextAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var last = await db.Set<MoneyDay>().MaxAsync(row => (DateOnly?)row.Day, ct);
        var first = last is null ? await db.Set<Payment>().OrderBy(row => row.Seq).Select(row => (DateTime?)row.CreatedAt).FirstOrDefaultAsync(ct) : null;
        var next = last?.AddDays(1) ?? (first is { } began ? BusinessDate.Of(began) : null);
        return next is { } day && BusinessDate.StartUtc(day.AddDays(1)) + AfterMidnight <= clock.UtcMicros() ? day : null;
    }

    private async Task CompareAsync(DateOnly day, CancellationToken ct)
    {
        await provider.CopyAsync(BusinessDate.StartUtc(day) - Overlap, BusinessDate.StartUtc(day.AddDays(1)) + Overlap, ct);
        var (paid, back) = (await payments.RunAsync(day, ct), await refunds.RunAsync(day, ct));
        await writer.RunAsync<bool>(async db =>
        {
            if (!await db.Set<MoneyDay>().AnyAsync(row => row.Day == day, ct))
                db.Add(Of(day, paid, back, clock.UtcMicros()));
            return true;
        }, ct);
    }

    private static MoneyDay Of(DateOnly day, (Tally Ours, Tally Theirs) paid, (Tally Ours, Tally Theirs) back, DateTime now) => new()
    {
        Day = day, OurPayments = paid.Ours.Count, OurSum = paid.Ours.Sum, TheirPayments = paid.Theirs.Count, TheirSum = paid.Theirs.Sum,
        OurRefunds = back.Ours.Count, OurRefunded = back.Ours.Sum, TheirRefunds = back.Theirs.Count, TheirRefunded = back.Theirs.Sum, ComparedAt = now,
    };

    /// <summary>What was open may be gone by now.</summary>
    private async Task LookAgainAsync(CancellationToken ct)
    {
        foreach (var count in new ICount[] { payments, refunds })
        {
            foreach (var open in await OpenAsync(count.Kinds, ct))
                await count.JudgeAsync(open.Subject, open.Day, ct);
        }
    }

    private async Task<List<MoneyDifference>> OpenAsync(IReadOnlyList<Shared.Wire.MoneyDifferenceKind> kinds, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<MoneyDifference>().AsNoTracking().Where(row => row.ClosedAt == null && row.MendedAt == null && kinds.Contains(row.Kind))
            .OrderBy(row => row.Seq).Take(Most).ToListAsync(ct);
    }
}
