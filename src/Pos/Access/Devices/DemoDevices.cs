using System.Security.Claims;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Devices;

/// <summary>Whoever tries the demo needs no code: the browser becomes a device of the person's place as it would by one.</summary>
internal sealed class DemoDevices(EnrolDevice enrol, DeviceCookie cookie)
{
    public async Task EnrolAsync(HttpContext context, PersonView person, CancellationToken ct)
    {
        var (kind, place) = person.Till is { } till ? (Places.Till, till) : (Places.Gate, person.Gate);
        if (place is null || person.Site is null || context.User.DeviceAt(kind, place) is not null)
            return;
        var enrolled = await enrol.EnrolAsync(person, ct);
        cookie.Write(context, enrolled.Credential);
        context.User = new ClaimsPrincipal(new ClaimsIdentity()).On(enrolled.Device!.Badge);
    }
}
