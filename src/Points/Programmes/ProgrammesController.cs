using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Points.Contracts;

namespace Tourism.Points.Programmes;

[Route("api/v1/points")]
[Authorize(Roles = Roles.PointsReaders)]
internal sealed class ProgrammesController(ListProgrammes list, GrantPoints grant) : ApiController
{
    [HttpGet("programmes")]
    public async Task<ActionResult<IReadOnlyList<ProgrammeView>>> ListAsync(CancellationToken ct) => Ok(await list.HandleAsync(ct));

    [HttpPut("grants/{id}")]
    [Authorize(Roles = Roles.PointsOffice)]
    public async Task<ActionResult<GrantView>> GrantAsync(Guid id, GrantRequest request, CancellationToken ct) =>
        Answer(await grant.HandleAsync(id, request, ct));
}
