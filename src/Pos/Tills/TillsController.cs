using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tills;

[Route("api/v1/tills")]
[Authorize(Roles = Roles.TicketStaff + "," + Roles.ShopStaff)]
internal sealed class TillsController(OpenEpoch open) : ApiController
{
    /// <summary>Opens a series of receipt numbers for a device; the device makes the id and asks again after losing the answer.</summary>
    [HttpPut("{till}/epochs/{id:guid}")]
    public async Task<ActionResult<EpochView>> Put(string till, Guid id, CancellationToken ct) =>
        User.SellsAt(till) is { } elsewhere ? Answer(elsewhere) : Answer(await open.HandleAsync(till, id, ct));
}
