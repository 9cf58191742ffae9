using Tourism.Kernel;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Admissions;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Access.Devices;

/// <summary>What may be said of a new device.</summary>
internal static class DeviceChecks
{
    private const int LongestApp = 40;

    public static Failure? Check(DeviceReport report) =>
        report.Waiting < 0 ? new WrongCount("waiting") : report.PublicKey is { } key && SpkiKey.Read(key) is null ? new NotAKey() : report.App is { } app && (app.Length > LongestApp || app.Any(char.IsControl)) ? new WrongApp() : null;

    public static Failure? Check(DeviceRequest request, Snapshot catalogue)
    {
        if (WrongDisplayName.Check(request.Name, "name") is { } wrong)
            return wrong;
        if (request.Till is null == request.Gate is null)
            return new OnePlace();
        var (kind, place, field) = request.Till is { } till ? (PlaceKind.Till, till, "till") : (PlaceKind.Gate, request.Gate!, "gate");
        return catalogue.SiteOf(kind, place)?.Code == request.Site ? null : new NoSuchPlace(place, field);
    }
}

internal sealed record WrongCount(string At) : Failure(
    "wrong-count", FailureKind.Invalid, $"「{At}」は 0 以上にしてください。", $"'{At}' is 0 or more.", At);

internal sealed record WrongApp() : Failure(
    "wrong-app", FailureKind.Invalid, "アプリの版は 40 文字までです。", "The version of an app has at most 40 characters.", "app");

internal sealed record OnePlace() : Failure(
    "one-place", FailureKind.Invalid, "端末の場所は、レジか入口のどちらか1つにしてください。", "A device belongs to one till or to one gate.", "till");

internal sealed record NoSuchPlace(string Place, string At) : Failure(
    "no-such-place", FailureKind.Invalid, $"この施設に「{Place}」はありません。場所を選び直してください。", $"This site has no '{Place}'. Choose another place.", At);

internal sealed record UnknownDevice(Guid Id) : Failure(
    "unknown-device", FailureKind.NotFound, $"端末 {Id} は登録されていません。", $"There is no device {Id}.");

/// <summary>Only a device that is enrolled for the place may do this.</summary>
internal sealed record DeviceNeeded() : Failure(
    "device-needed", FailureKind.Forbidden,
    "この端末は、このレジの端末として登録されていません。管理者か店主に、端末の登録を頼んでください。",
    "This device is not enrolled for this till. Ask an administrator or the shop's owner to add it.");
