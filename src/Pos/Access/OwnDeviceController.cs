using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

/// <summary>Open to all: a browser proves what it is by its cookie, and one that is nothing yet is told so.</summary>
[Route("api/v1/device")]
[AllowAnonymous]
internal sealed class OwnDeviceController(EnrolDevice enrol, ContactDevice contact, DeviceCookie cookie) : ApiController
{
    /// <summary>Enrols this browser by a one-time code. The same enrolment again within ten minutes is the same success.</summary>
    [HttpPut("enrolment")]
    [EnableRateLimiting(SignInLimit.Policy)]
    public async Task<ActionResult<OwnDeviceView>> Enrol(EnrolmentRequest request, CancellationToken ct)
    {
        var enrolled = await enrol.HandleAsync(request, ct);
        if (!enrolled.Ok)
            return Answer(enrolled.Failure);
        cookie.Write(HttpContext, enrolled.Value.Credential);
        return (await contact.HandleAsync(enrolled.Value.Credential, ct)).View;
    }

    /// <summary>Says how this device is, and hears whether it is still trusted, what to forget and who may sign in on it by PIN.</summary>
    [HttpPut]
    public async Task<ActionResult<OwnDeviceView>> Put(DeviceReport report, CancellationToken ct)
    {
        if (DeviceChecks.Check(report) is { } wrong)
            return Answer(wrong);
        var credential = DeviceCookie.Read(HttpContext);
        var told = await contact.HandleAsync(credential, report, ct);
        if (told is { FirstToday: true, View.State: OwnDeviceState.Active })
            cookie.Write(HttpContext, credential!);
        return told.View;
    }
}
