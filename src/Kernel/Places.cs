using System.Security.Claims;

namespace Tourism.Kernel;

/// <summary>Names of the claims that bind a signed-in person to a place.</summary>
public static class Places
{
    /// <summary>The site a person works at.</summary>
    public const string Site = "site";

    /// <summary>The till a person sells on.</summary>
    public const string Till = "till";

    /// <summary>The gate a person stands at.</summary>
    public const string Gate = "gate";

    /// <summary>Value of a place's claim for a caller who is bound to none.</summary>
    public const string Everywhere = "*";

    /// <summary>A failure unless <paramref name="user"/> is bound to <paramref name="place"/>; administrators and auditors are bound to none.</summary>
    /// <param name="user">The signed-in person.</param>
    /// <param name="kind">One of the claim names here.</param>
    /// <param name="place">Code of the place.</param>
    public static Failure? Elsewhere(this ClaimsPrincipal user, string kind, string place) =>
        user.IsInRole(Roles.Administrator) || user.IsInRole(Roles.Auditor) || user.HasClaim(kind, place) || user.HasClaim(kind, Everywhere) ? null : new OtherPlace(place);
}

/// <summary>The place belongs to somebody else.</summary>
public sealed record OtherPlace(string Place) : Failure(
    "other-place", FailureKind.Forbidden,
    $"「{Place}」を使う権限がありません。自分の持ち場で操作してください。",
    $"'{Place}' is not yours to use. Work at your own place.");
