using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tills;

[Route("api/v1/tills")]
[Authorize(Roles = Roles.Sellers)]
internal sealed class TillsController(OpenEpoch open, RevokeKey revoke, ReadJournal journal, LastSales last) : ApiController
{
    /// <summary>Opens a series of receipt numbers for a device; the device makes the id and asks again after losing the answer.</summary>
    [HttpPut("{till}/epochs/{id:guid}")]
    public async Task<ActionResult<EpochView>> Put(
        string till, Guid id, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] EpochRequest? request, CancellationToken ct) =>
        User.SellsAt(till) is { } elsewhere ? Answer(elsewhere) : Answer(await open.HandleAsync(till, id, request, ct));

    /// <summary>Revokes the device's key: nothing it signed is good any more. Its sales are still taken in and listed for review.</summary>
    [HttpPut("{till}/epochs/{id:guid}/revocation")]
    [Authorize(Roles = Roles.Administrator)]
    public async Task<ActionResult<EpochView>> Revoke(string till, Guid id, CancellationToken ct) => Answer(await revoke.HandleAsync(till, id, User.Actor(), ct));

    /// <summary>What the server has of the till's journal: last numbers, gaps, forks; one series, the newest unless named, is recomputed.</summary>
    [HttpGet("{till}/journal")]
    public async Task<ActionResult<JournalView>> Journal(string till, int? epoch, CancellationToken ct) =>
        User.SellsAt(till) is { } elsewhere ? Answer(elsewhere) : Answer(await journal.HandleAsync(till, epoch, ct));

    /// <summary>The till's last sales, newest first.</summary>
    [HttpGet("{till}/sales")]
    public async Task<ActionResult<IReadOnlyList<LastSaleView>>> Sales(string till, int take = 20, CancellationToken ct = default) =>
        User.SellsAt(till) is { } elsewhere ? Answer(elsewhere) : Ok(await last.HandleAsync(till, take, ct));
}
