using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Audit;

[Route("api/v1/audit")]
[Authorize(Roles = Roles.Administrator)]
internal sealed class AuditController(SearchAudit search, CheckAudit check) : ApiController
{
    /// <summary>Who did what, latest first.</summary>
    [HttpGet]
    public async Task<ActionResult<AuditPage>> Get([FromQuery] AuditQuestion ask, CancellationToken ct) => Answer(await search.HandleAsync(ask, ct));

    /// <summary>Recomputes the trail, from a business date or from its beginning.</summary>
    [HttpGet("check")]
    public async Task<AuditCheck> Check(DateOnly? from, CancellationToken ct) => await check.HandleAsync(from, ct);
}
