using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

[Route("api/v1/gates")]
[Authorize(Roles = Roles.GateStaff)]
internal sealed class GatesController(ScanTicket scan, UndoScan undo, GateList list) : ApiController
{
    /// <summary>Checks a ticket and lets people in. A refusal is an answer, not an error: look at <c>outcome</c>.</summary>
    [HttpPost("{gate}/scans")]
    public async Task<ActionResult<ScanView>> Post(string gate, ScanRequest request, CancellationToken ct) =>
        User.StandsAt(gate) is { } elsewhere ? Answer(elsewhere) : Answer(await scan.HandleAsync(gate, request, User.Code(), ct));

    /// <summary>Takes back a scan of the last minute; its people can enter again.</summary>
    [HttpPut("{gate}/scans/{id:guid}/undo")]
    public async Task<ActionResult<ScanView>> Undo(string gate, Guid id, CancellationToken ct) =>
        User.StandsAt(gate) is { } elsewhere ? Answer(elsewhere) : Answer(await undo.HandleAsync(gate, id, User.Code(), ct));

    /// <summary>Keys and tickets that changed, for the time when this gate has no network.</summary>
    [HttpGet("{gate}/list")]
    public async Task<ActionResult<GateListView>> List(string gate, string? since, CancellationToken ct) =>
        User.StandsAt(gate) is { } elsewhere ? Answer(elsewhere) : Answer(await list.HandleAsync(gate, since, ct));
}
