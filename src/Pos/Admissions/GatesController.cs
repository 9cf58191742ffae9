using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

[Route("api/v1/gates")]
[Authorize(Roles = Gates + "," + Roles.Administrator)]
internal sealed class GatesController(ScanTicket scan, UndoScan undo, GateList list) : ApiController
{
    private const string Gates = Roles.GateStaff + "," + Roles.Device;

    /// <summary>Checks a ticket and lets people in; an administrator hands over what waited on a lost gate. A refusal is an answer, not an error: look at <c>outcome</c>.</summary>
    [HttpPost("{gate}/scans")]
    public async Task<ActionResult<ScanView>> Post(string gate, ScanRequest request, CancellationToken ct)
    {
        var by = User.ActsAt(Places.Gate, gate, request.Person, request.Device);
        return by.Ok ? Answer(await scan.HandleAsync(gate, request, by.Value, ct)) : Answer(by.Failure);
    }

    /// <summary>Takes back a scan of the last minute; its people can enter again.</summary>
    [HttpPut("{gate}/scans/{id:guid}/undo")]
    public async Task<ActionResult<ScanView>> Undo(
        string gate, Guid id, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] ScanUndoRequest? request, CancellationToken ct)
    {
        var by = User.ActsAt(Places.Gate, gate, request?.Person, request?.Device);
        return by.Ok ? Answer(await undo.HandleAsync(gate, id, by.Value, ct)) : Answer(by.Failure);
    }

    /// <summary>Keys and tickets that changed, for the time when this gate has no network.</summary>
    [HttpGet("{gate}/list")]
    [Authorize(Roles = Gates)]
    public async Task<ActionResult<GateListView>> List(string gate, string? since, CancellationToken ct) =>
        User.DeviceAt(Places.Gate, gate) is null && User.StandsAt(gate) is { } elsewhere ? Answer(elsewhere) : Answer(await list.HandleAsync(gate, since, ct));
}
