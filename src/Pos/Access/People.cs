using System.Security.Claims;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

/// <summary>What the sign-in cookie says about a person, and what follows from it.</summary>
internal static class People
{
    public const string Scheme = "Staff";

    public static ClaimsPrincipal ToPrincipal(this PersonView person)
    {
        var identity = new ClaimsIdentity(Scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, person.Code));
        identity.AddClaim(new Claim(ClaimTypes.Name, person.Name.Ja));
        identity.AddClaims(person.Roles.Select(role => new Claim(ClaimTypes.Role, role)));
        foreach (var (type, value) in new[] { (Places.Site, person.Site), (Places.Till, person.Till), (Places.Gate, person.Gate) })
        {
            if (value is not null)
                identity.AddClaim(new Claim(type, value));
        }

        return new ClaimsPrincipal(identity);
    }

    public static string Code(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier)!;

    /// <summary>Staff sell on their own till only.</summary>
    public static Failure? SellsAt(this ClaimsPrincipal user, string till) => user.Elsewhere(Places.Till, till);

    /// <summary>Staff admit at their own site's gate only.</summary>
    public static Failure? StandsAt(this ClaimsPrincipal user, string gate) => user.Elsewhere(Places.Gate, gate);
}
