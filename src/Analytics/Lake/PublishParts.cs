using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Persistence;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Lake;

/// <summary>Last step of a load: its parts replace those of the same dates, all in one transaction.</summary>
internal sealed class PublishParts(Writer<AnalyticsDbContext> writer, TimeProvider clock)
{
    /// <summary>False when another host has published the load first; its parts hold the same facts.</summary>
    public async Task<bool> RunAsync(long load, IReadOnlyList<WrittenPart> parts, CancellationToken ct) => (await writer.RunAsync<bool>(async db =>
    {
        var now = clock.UtcMicros();
        var won = await db.Loads.Where(row => row.Number == load && row.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DoneAt, now), ct) == 1;
        foreach (var part in won ? parts : [])
            await ReplaceAsync(db, part, load, now, ct);
        return won;
    }, ct)).Value;

    private static async Task ReplaceAsync(AnalyticsDbContext db, WrittenPart part, long load, DateTime now, CancellationToken ct)
    {
        await db.Parts
            .Where(row => row.Dataset == part.Dataset && row.BusinessDate == part.BusinessDate && row.RetiredBy == null && row.Load < load)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RetiredBy, load).SetProperty(row => row.RetiredAt, now), ct);
        db.Parts.Add(LakePart.Of(part, load, now));
    }
}
