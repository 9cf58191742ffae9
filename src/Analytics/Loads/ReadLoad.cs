using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Persistence;
using Tourism.Kernel;

namespace Tourism.Analytics.Loads;

/// <summary>Where a requested load stands.</summary>
internal sealed class ReadLoad(IDbContextFactory<AnalyticsDbContext> contexts)
{
    public async Task<Result<LoadView>> HandleAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var request = await db.LoadRequests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        return request is null ? new UnknownLoad(id) : request.View;
    }
}

/// <summary>Nobody asked for it here.</summary>
internal sealed record UnknownLoad(Guid Id) : Failure(
    "unknown-load", FailureKind.NotFound,
    $"集計の取り込み {Id} は依頼されていません。同じアドレスにPUTで依頼してください。",
    $"No load {Id} was asked for. Ask for it with PUT on the same address.");
