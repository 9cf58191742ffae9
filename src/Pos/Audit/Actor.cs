using System.Security.Claims;
using Tourism.Kernel;
using Tourism.Pos.Access;

namespace Tourism.Pos.Audit;

/// <summary>Who did something, where, and on which device.</summary>
internal sealed record Actor(string? Person, string? Site = null, string? Till = null, string? Gate = null, Guid? Device = null)
{
    /// <summary>Sign-in name of the administrator who hands this over, because it waited on a device that is trusted no more; otherwise <c>null</c>.</summary>
    public string? HandsOver { get; init; }

    /// <summary>The installation itself, or a caller it does not know.</summary>
    public static Actor Nobody { get; } = new((string?)null);
}

internal static class Actors
{
    /// <summary>Claim of the device a request comes from.</summary>
    public const string Device = "device";

    public static Actor Actor(this ClaimsPrincipal user) => user.Identity is not { IsAuthenticated: true }
        ? Audit.Actor.Nobody
        : new Actor(
            user.Code(), user.FindFirstValue(Places.Site), user.FindFirstValue(Places.Till), user.FindFirstValue(Places.Gate),
            Guid.TryParse(user.FindFirstValue(Device), out var device) ? device : null);
}
