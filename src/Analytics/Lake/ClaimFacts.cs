using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Intake;
using Tourism.Analytics.Persistence;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Lake;

/// <summary>First step of a load: decides, in one transaction, which facts are in it.</summary>
internal sealed class ClaimFacts(Writer<AnalyticsDbContext> writer, LakeSettings settings, TimeProvider clock)
{
    /// <summary>Number of the load to carry out: one left unfinished, else a new one; <c>null</c> when no fact waits.</summary>
    public async Task<long?> RunAsync(CancellationToken ct) => (await writer.RunAsync<long?>(async db =>
    {
        var last = await db.Loads.AsNoTracking().OrderByDescending(load => load.Number).FirstOrDefaultAsync(ct);
        if (last is { DoneAt: null })
            return last.Number;
        var bound = await Waiting(db).OrderBy(fact => fact.Seq).Take(settings.FactsPerLoad).MaxAsync(fact => (long?)fact.Seq, ct);
        return bound is null ? (long?)null : await OpenAsync(db, LakeLoad.After(last, clock.UtcMicros()), bound.Value, ct);
    }, ct)).Value;

    private static async Task<long?> OpenAsync(AnalyticsDbContext db, LakeLoad load, long bound, CancellationToken ct)
    {
        db.Loads.Add(load);
        await db.SaveChangesAsync(ct);
        await Waiting(db).Where(fact => fact.Seq <= bound).ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Load, load.Number), ct);
        return load.Number;
    }

    private static IQueryable<ReceivedFact> Waiting(AnalyticsDbContext db) => db.Facts.Where(fact => fact.Load == null);
}
