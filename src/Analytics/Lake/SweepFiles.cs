using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Persistence;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Lake;

/// <summary>
/// Removes what no reader can be reading any more: parts replaced a day ago, and files that crashed or slower loads left behind.
/// Files of a load that is still open stay whatever their age, because it may yet publish them.
/// </summary>
internal sealed class SweepFiles(
    IDbContextFactory<AnalyticsDbContext> contexts, Writer<AnalyticsDbContext> writer, LakeFiles files, TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromHours(24);

    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.UtcMicros() - Keep;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.LastPublishedAsync(ct) is not { } last)
            return;
        var named = await db.Parts.AsNoTracking().Where(part => part.RetiredAt == null || part.RetiredAt >= before).ToListAsync(ct);
        var paths = named.Select(files.PathOf).ToHashSet();
        foreach (var file in files.UpTo(last.Number).Where(file => file.LastWriteTimeUtc < before && !paths.Contains(file.FullName)))
            file.Delete();
        await writer.RunAsync<int>(async fresh => await fresh.Parts.Where(part => part.RetiredAt < before).ExecuteDeleteAsync(ct), ct);
    }
}
