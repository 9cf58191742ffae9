using System.Security.Claims;
using Tourism.Kernel;
using Tourism.Pos.Audit;

namespace Tourism.Pos.Access.Devices;

/// <summary>
/// Whose act a fact is. An enrolled device says who stood at it, so that its facts come in whoever is signed in by then. Without one it is the
/// session's own; an administrator hands over what others did on a device that is revoked.
/// </summary>
internal static class ActingPeople
{
    private const int LongestName = 40;

    /// <param name="user">The caller.</param>
    /// <param name="kind">Till or gate, as <see cref="Places"/> names it.</param>
    /// <param name="place">Code of the place.</param>
    /// <param name="person">Who did it, as the fact says.</param>
    /// <param name="device">On which device, as the fact says.</param>
    public static Result<Actor> ActsAt(this ClaimsPrincipal user, string kind, string place, string? person, Guid? device)
    {
        if (person is { Length: 0 or > LongestName } || (person?.Any(char.IsControl) ?? false))
            return new WrongPerson();
        var own = user.DeviceAt(kind, place);
        if (own is not null && person is not null)
            return At(kind, place, person, own.Id);
        if (!user.IsPerson())
            return own is null ? new OtherPlace(place) : new NobodyNamed();
        if (user.Elsewhere(kind, place) is { } elsewhere)
            return elsewhere;
        if (own is null && user.HandsOver(kind, person, device))
            return At(kind, place, person ?? user.Code(), device) with { HandsOver = user.Code() };
        return person is null || person == user.Code() ? At(kind, place, user.Code(), own?.Id) : new AnothersAct(person);
    }

    /// <summary>Administrators do not stand at gates: what they send there is what waited on a lost one.</summary>
    private static bool HandsOver(this ClaimsPrincipal user, string kind, string? person, Guid? device) =>
        user.IsInRole(Roles.Administrator)
        && (device is not null || (person ?? user.Code()) != user.Code() || (kind == Places.Gate && !user.IsInRole(Roles.GateStaff)));

    private static Actor At(string kind, string place, string person, Guid? device) =>
        kind == Places.Till ? new Actor(person, Till: place, Device: device) : new Actor(person, Gate: place, Device: device);
}

internal sealed record WrongPerson() : Failure(
    "wrong-person", FailureKind.Invalid, "担当者のサインイン名は 1〜40 文字です。", "The sign-in name of a person has 1 to 40 characters.", "person");

internal sealed record NobodyNamed() : Failure(
    "nobody-named", FailureKind.Forbidden, "だれの操作かわかりません。サインインしてから送ってください。", "Nobody is named who did this. Sign in and send it again.", "person");

internal sealed record AnothersAct(string Person) : Failure(
    "anothers-act", FailureKind.Forbidden,
    $"これは「{Person}」さんの操作です。本人がサインインするか、登録済みの端末から送ってください。",
    $"This was done by '{Person}'. It is sent from an enrolled device, or once they have signed in.", "person");
