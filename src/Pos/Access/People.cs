using System.Security.Claims;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

/// <summary>What the sign-in cookie says about a person, and what follows from it.</summary>
internal static class People
{
    public const string Scheme = "Staff";
    private const string Site = "site";
    private const string Till = "till";
    private const string Gate = "gate";

    public static ClaimsPrincipal ToPrincipal(this PersonView person)
    {
        var identity = new ClaimsIdentity(Scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, person.Code));
        identity.AddClaim(new Claim(ClaimTypes.Name, person.Name.Ja));
        identity.AddClaims(person.Roles.Select(role => new Claim(ClaimTypes.Role, role)));
        foreach (var (type, value) in new[] { (Site, person.Site), (Till, person.Till), (Gate, person.Gate) })
        {
            if (value is not null)
                identity.AddClaim(new Claim(type, value));
        }

        return new ClaimsPrincipal(identity);
    }

    public static string Code(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier)!;

    /// <summary>Staff sell on their own till only.</summary>
    public static Failure? SellsAt(this ClaimsPrincipal user, string till) => user.FindFirstValue(Till) == till ? null : new OtherPlace(till);

    /// <summary>Staff admit at their own site's gate only.</summary>
    public static Failure? StandsAt(this ClaimsPrincipal user, string gate) => user.FindFirstValue(Gate) == gate ? null : new OtherPlace(gate);
}

internal sealed record OtherPlace(string Place) : Failure(
    "other-place", FailureKind.Forbidden,
    $"「{Place}」を使う権限がありません。自分の持ち場で操作してください。",
    $"'{Place}' is not yours to use. Work at your own place.");
