using System.Security.Claims;
using Tourism.Kernel;

namespace Tourism.Pos.Access.Devices;

/// <summary>
/// Adds the device to whoever calls. A session that is not of the person who stands at the screen does not count: after a switch without network
/// the browser still has the cookie of the person before.
/// </summary>
internal sealed class DeviceAtHand(RequestDelegate next, DeviceBoard devices)
{
    /// <summary>Header in which the app names the person who stands at the screen.</summary>
    public const string Person = "Tourism-Person";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers[Person].ToString() is { Length: > 0 } person && context.User.IsPerson() && context.User.Code() != Uri.UnescapeDataString(person))
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        if (DeviceCookie.Read(context) is { } credential && await devices.FindAsync(credential, context.RequestAborted) is { } badge)
            context.User = context.User.On(badge);
        await next(context);
    }
}

/// <summary>What a caller's claims say about the device they call from.</summary>
internal static class DeviceClaims
{
    private const string Id = "device";
    private const string Site = "device-site";

    /// <summary>Claims of their own: the device's place must not open to a session what is not at its own post.</summary>
    public static ClaimsPrincipal On(this ClaimsPrincipal user, DeviceBadge badge)
    {
        var device = new ClaimsIdentity([new(Id, badge.Id.ToString()), new(Site, badge.Site), new(ClaimTypes.Role, Roles.Device)], "Device");
        foreach (var (kind, place) in new[] { (Places.Till, badge.Till), (Places.Gate, badge.Gate) })
        {
            if (place is not null)
                device.AddClaim(new Claim(Own(kind), place));
        }

        return new ClaimsPrincipal(user.IsPerson() ? [.. user.Identities.Where(one => one.AuthenticationType == People.Scheme), device] : [device]);
    }

    /// <summary>The enrolled device this call comes from; <c>null</c> for none.</summary>
    public static DeviceBadge? Device(this ClaimsPrincipal user) => user.FindFirstValue(Id) is { } id
        ? new DeviceBadge(Guid.Parse(id), user.FindFirstValue(Site)!, user.FindFirstValue(Own(Places.Till)), user.FindFirstValue(Own(Places.Gate)))
        : null;

    /// <summary>Which enrolled device this call comes from; <c>null</c> for none.</summary>
    public static Guid? DeviceId(this ClaimsPrincipal user) => user.Device()?.Id;

    /// <summary>The enrolled device, if it is that of the place.</summary>
    /// <param name="user">The caller.</param>
    /// <param name="kind">Till or gate, as <see cref="Places"/> names it.</param>
    /// <param name="place">Code of the place.</param>
    public static DeviceBadge? DeviceAt(this ClaimsPrincipal user, string kind, string place) => user.HasClaim(Own(kind), place) ? user.Device() : null;

    private static string Own(string kind) => "device-" + kind;
}
