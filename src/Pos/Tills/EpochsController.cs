using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access.Clients;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tills;

[Route("api/v1/tills/{till}/epochs")]
[Authorize(Roles = Roles.Device)]
internal sealed class EpochsController(OpenEpoch open) : ApiController
{
    /// <summary>
    /// Opens a series of receipt numbers for a device and lists its ticket key. Only a device that is enrolled for this very till may; it makes the id
    /// and asks again after losing the answer. A connected system with a till of its own is its own device.
    /// </summary>
    [HttpPut("{id:guid}")]
    [Scope(Scopes.SalesWrite)]
    public async Task<ActionResult<EpochView>> Put(
        string till, Guid id, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] EpochRequest? request, CancellationToken ct) =>
        User.DeviceAt(Places.Till, till) is not null || User.IsSystemAt(till)
            ? Answer(await open.HandleAsync(till, id, request, User.DeviceAt(Places.Till, till)?.Id, ct))
            : Answer(new OtherPlace(till));
}
