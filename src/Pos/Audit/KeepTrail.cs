using System.Security.Claims;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Audit;

/// <summary>Writes down a deed that changes nothing else here.</summary>
internal sealed class KeepTrail(Writer<PosDbContext> writer, TimeProvider clock) : IAuditTrail
{
    public Task ExportedAsync(ClaimsPrincipal by, string what, CancellationToken ct) => HandleAsync(Deed.Exported, by.Actor(), what, ct);

    public async Task HandleAsync(Deed deed, Actor by, string subject, CancellationToken ct) => await writer.RunAsync<bool>(db =>
    {
        db.Audit(deed, by, subject, clock.UtcMicros());
        return Task.FromResult<Result<bool>>(true);
    }, ct);
}
