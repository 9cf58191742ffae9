using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Merchants;

/// <summary>A site's row and what the office may say about it.</summary>
internal static class SiteChecks
{
    public static KeptSiteView View(this Site site) => new(
        site.Code, site.No, new SiteRequest(site.Name, site.Kind, site.Issuer, Of(site, PlaceKind.Till), Of(site, PlaceKind.Gate), site.Version));

    public static SiteRequest Tidy(this SiteRequest request) => request with
    {
        Name = request.Name.Tidy(),
        Tills = [.. request.Tills.OfType<KeptPlace>().Select(till => till with { Name = till.Name.Tidy() })],
        Gates = [.. request.Gates.OfType<KeptPlace>().Select(gate => gate with { Name = gate.Name.Tidy() })],
    };

    public static bool IsSame(this SiteRequest one, SiteRequest other) => RequestHash.Of(one with { Version = null }) == RequestHash.Of(other with { Version = null });

    /// <summary>What names and codes may be.</summary>
    public static Failure? Check(string code, SiteRequest wanted) => Code(code, "code") ?? ProductChecks.Names(wanted.Name, "name")
        ?? Places(wanted.Tills, "tills") ?? Places(wanted.Gates, "gates");

    /// <summary>What stays as it is for good.</summary>
    public static Failure? Changed(SiteRequest before, SiteRequest wanted)
    {
        if ((before.Kind, before.Issuer) != (wanted.Kind, wanted.Issuer))
            return new SiteStays(before.Kind != wanted.Kind ? "kind" : "issuer");
        return Missing(before.Tills, wanted.Tills, "tills") ?? Missing(before.Gates, wanted.Gates, "gates");
    }

    public static void TakePlaces(this Site site, SiteRequest wanted, DateTime now)
    {
        foreach (var (kind, place) in wanted.Tills.Select(till => (PlaceKind.Till, till)).Concat(wanted.Gates.Select(gate => (PlaceKind.Gate, gate))))
        {
            var row = site.Places.Find(one => one.Kind == kind && one.Code == place.Code);
            if (row is null)
                site.Places.Add(row = new Place { Kind = kind, Code = place.Code, Name = place.Name });
            row.Name = place.Name;
            row.RetiredAt = place.Retired ? row.RetiredAt ?? now : null;
        }
    }

    private static IReadOnlyList<KeptPlace> Of(Site site, PlaceKind kind) =>
        [.. site.Places.Where(place => place.Kind == kind).OrderBy(place => place.Seq).Select(place => new KeptPlace(place.Code, place.Name, place.RetiredAt is not null))];

    private static WrongMerchant? Code(string code, string at) => CheckNames.IsCode(code)
        ? null
        : new WrongMerchant(at, CheckNames.CodeJa, CheckNames.CodeEn);

    private static Failure? Places(IReadOnlyList<KeptPlace> places, string at)
    {
        if (places.Count > SiteRequest.MostPlaces)
            return new WrongMerchant(at, $"{SiteRequest.MostPlaces} 個までにしてください", $"use up to {SiteRequest.MostPlaces}");
        if (places.Select(place => place.Code).Distinct().Count() != places.Count)
            return new WrongMerchant(at, "同じ名前のものがあります", "two have the same code");
        if (places.FirstOrDefault(place => PhoneTill.IsReserved(place.Code)) is { } reserved)
            return new WrongMerchant(at, $"「{reserved.Code}」は来訪者のスマートフォンでの販売に使う名前です。別の名前にしてください", $"'{reserved.Code}' names what visitors buy on their own phones; choose another code");
        return places.Select((place, index) => Code(place.Code, $"{at}[{index}].code") ?? (Failure?)ProductChecks.Names(place.Name, $"{at}[{index}].name"))
            .FirstOrDefault(wrong => wrong is not null);
    }

    private static PlaceStays? Missing(IReadOnlyList<KeptPlace> before, IReadOnlyList<KeptPlace> wanted, string at) =>
        before.ExceptBy(wanted.Select(place => place.Code), place => place.Code).FirstOrDefault() is { } gone ? new PlaceStays(gone.Code, at) : null;
}

internal sealed record PlaceTaken(string Code) : Failure(
    "place-taken", FailureKind.Conflict, $"「{Code}」は別の施設で使われています。別の名前にしてください。", $"'{Code}' belongs to another site. Choose another code.", "tills");

internal sealed record PlaceStays(string Code, string At) : Failure(
    "place-stays", FailureKind.Invalid,
    $"「{Code}」は消せません。使わないときは「使わない」にしてください。", $"'{Code}' cannot be removed, because sales and scans name it. Retire it instead.", At);

internal sealed record SiteStays(string At) : Failure(
    "site-stays", FailureKind.Invalid,
    "施設の種類と発行者は変えられません。事業者の名前や登録番号は、発行者のほうで日付を決めて変えられます。",
    "Kind and issuer of a site stay. Name and number of a business change with the issuer, from a day on.", At);

internal sealed record SiteChanged(string Name) : Failure(
    "site-changed", FailureKind.Conflict,
    $"ほかの管理者が先に変えました。いまは「{Name}」です。違うところを見直してから、もう一度保存してください。",
    $"Another administrator has changed this site: it is '{Name}' now. Look at what differs and save again.");
