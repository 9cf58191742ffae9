using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

[Route("api/v1/gates")]
[Authorize(Roles = Roles.GateStaff)]
internal sealed class GatesController(ScanTicket scan) : ApiController
{
    /// <summary>Checks a ticket and lets people in. A refusal is an answer, not an error: look at <c>outcome</c>.</summary>
    [HttpPost("{gate}/scans")]
    public async Task<ActionResult<ScanView>> Post(string gate, ScanRequest request, CancellationToken ct) =>
        User.StandsAt(gate) is { } elsewhere ? Answer(elsewhere) : Answer(await scan.HandleAsync(gate, request, User.Code(), ct));
}
