using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

[Route("api/v1/devices")]
[Authorize(Roles = Roles.DeviceKeepers)]
internal sealed class DevicesController(FindDevices find, KeepDevice keep, EndDevice end, CheckHandOver check) : ApiController
{
    /// <summary>The devices of one's own site; administrators and auditors see all.</summary>
    [HttpGet]
    public async Task<IReadOnlyList<DeviceView>> Get(CancellationToken ct) => await find.HandleAsync(Elsewhere, ct);

    /// <summary>Adds a device at a till or a gate.</summary>
    [HttpPut("{id:guid}")]
    public async Task<ActionResult<DeviceView>> Put(Guid id, DeviceRequest request, CancellationToken ct) =>
        (Elsewhere(request.Site) ?? OnlyPin) is { } refused ? Answer(refused) : Answer(await keep.AddAsync(id, request, User.Actor(), ct));

    /// <summary>Makes a code that enrols the device once, within 15 minutes; an earlier code is void.</summary>
    [HttpPut("{id:guid}/code")]
    public async Task<ActionResult<DeviceCodeView>> Offer(Guid id, CancellationToken ct) =>
        (await MineAsync(id, ct) ?? OnlyPin) is { } refused ? Answer(refused) : Answer(await keep.OfferAsync(id, User.Actor(), ct));

    /// <summary>The device is lost: its credential and its ticket keys are good for nothing from now on. Its unsent sales can be handed over.</summary>
    [HttpPut("{id:guid}/revocation")]
    public async Task<ActionResult<DeviceView>> Revoke(Guid id, CancellationToken ct) =>
        await MineAsync(id, ct) is { } refused ? Answer(refused) : Answer(await end.RevokeAsync(id, User.Actor(), ct));

    /// <summary>Asks the device to forget, at its next contact, all but what it has not sent.</summary>
    [HttpPut("{id:guid}/forgetting")]
    public async Task<ActionResult<DeviceView>> Forget(Guid id, CancellationToken ct) =>
        await MineAsync(id, ct) is { } refused ? Answer(refused) : Answer(await end.AskToForgetAsync(id, User.Actor(), ct));

    /// <summary>Notes that an administrator has sent what waited on the device.</summary>
    [HttpPut("{id:guid}/hand-over")]
    [Authorize(Roles = Roles.Administrator)]
    public async Task<ActionResult<DeviceView>> HandOver(Guid id, DeviceHandOver sent, CancellationToken ct) =>
        Answer(await end.HandOverAsync(id, sent, User.Actor(), ct));

    /// <summary>Says whether a file of what waited on the device is as the device saved it. Its items are then sent one by one, as the device would have.</summary>
    [HttpPost("{id:guid}/hand-over-check")]
    [Authorize(Roles = Roles.Administrator)]
    [RequestSizeLimit(2 * HandOverFile.MostBytes)]
    public async Task<ActionResult<HandOverCheckView>> Check(Guid id, HandOverFile file, CancellationToken ct) => Answer(await check.HandleAsync(id, file, ct));

    /// <summary>The site of a device never changes, so it may be looked at before.</summary>
    private async Task<Failure?> MineAsync(Guid id, CancellationToken ct)
    {
        var device = await find.FindAsync(id, ct);
        return device.Ok ? Elsewhere(device.Value.Site) : device.Failure;
    }

    /// <summary>Four digits do not make further devices, on which they could be tried again.</summary>
    private PasswordFirst? OnlyPin => User.HasOnlyPin() ? new PasswordFirst() : null;

    private Failure? Elsewhere(string site) => User.Elsewhere(Places.Site, site);
}
