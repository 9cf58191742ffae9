using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tourism.Analytics.Contracts;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;

namespace Tourism.Analytics.Loads;

[Route("api/v1/analytics/loads/{id:guid}")]
[Authorize(Roles = Roles.TourismOffice)]
internal sealed class LoadsController(RequestLoad request, ReadLoad read) : ApiController
{
    /// <summary>Takes the sales received so far into the figures now rather than within a minute. The id is the caller's.</summary>
    [HttpPut]
    [ProducesResponseType<LoadView>(StatusCodes.Status201Created)]
    [ProducesResponseType<LoadView>(StatusCodes.Status200OK)]
    public async Task<ActionResult<LoadView>> Put(Guid id, CancellationToken ct) => Answer(await request.HandleAsync(id, ct));

    /// <summary>Where that load stands: queued, running or done.</summary>
    [HttpGet]
    public async Task<ActionResult<LoadView>> Get(Guid id, CancellationToken ct) => Answer(await read.HandleAsync(id, ct));
}
