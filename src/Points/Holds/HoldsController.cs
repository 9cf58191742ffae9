using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Points.Contracts;

namespace Tourism.Points.Holds;

[Route("api/v1/points/holds/{id}")]
[Authorize(Roles = Roles.Sellers)]
internal sealed class HoldsController(HoldPoints hold, FindHold find, ReleaseHoldByStaff release) : ApiController
{
    [HttpPut]
    public async Task<ActionResult<HoldView>> HoldAsync(Guid id, HoldRequest request, CancellationToken ct) =>
        User.Elsewhere(Places.Site, request.Shop) is { } elsewhere ? Answer(elsewhere) : Answer(await hold.HandleAsync(id, request, ct));

    [HttpGet]
    public async Task<ActionResult<HoldView>> FindAsync(Guid id, CancellationToken ct) => Answer(await FindHereAsync(id, ct));

    [HttpPut("release")]
    public async Task<ActionResult<HoldView>> ReleaseAsync(Guid id, CancellationToken ct)
    {
        var here = await FindHereAsync(id, ct);
        return here.Ok ? Answer(await release.HandleAsync(id, ct)) : Answer(here);
    }

    private async Task<Result<HoldView>> FindHereAsync(Guid id, CancellationToken ct)
    {
        var found = await find.HandleAsync(id, ct);
        return found.Ok && User.Elsewhere(Places.Site, found.Value.Shop) is { } elsewhere ? elsewhere : found;
    }
}
