using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Jobs;
using Tourism.Analytics.Persistence;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Jobs;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Loads;

/// <summary>Asks for a load before its time. A repeat asks for nothing new.</summary>
internal sealed class RequestLoad(Writer<AnalyticsDbContext> writer, IJobQueue jobs, TimeProvider clock)
{
    public async Task<Result<Written<LoadView>>> HandleAsync(Guid id, CancellationToken ct)
    {
        var written = await writer.RunAsync<Written<LoadView>>(async db =>
        {
            if (await db.LoadRequests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } known)
                return new Written<LoadView>(known.View, First: false);
            var request = LoadRequest.Of(id, clock.UtcMicros());
            db.LoadRequests.Add(request);
            return new Written<LoadView>(request.View, First: true);
        }, ct);
        // A crash before this line only costs the haste: the minute's own run carries the request out.
        if (written is { Ok: true, Value.First: true })
            jobs.Enqueue(LoadLake.JobName);
        return written;
    }
}
