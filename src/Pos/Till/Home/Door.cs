using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Session;

namespace Tourism.Pos.Till.Home;

/// <summary>A screen and the role that works with it. A new screen is written down here; its title and its names are texts.</summary>
/// <param name="Screen">First part of its address.</param>
/// <param name="Role">One of <see cref="Roles"/>, or several with commas between.</param>
/// <param name="Icon">What is drawn on the door.</param>
/// <param name="Parts">What comes over the line when it is first opened.</param>
internal sealed record Door(string Screen, string Role, string Icon, params string[] Parts)
{
    private const string Letters = "letters";
    private const string Office = "Tourism.Pos.Office.wasm";

    private static readonly Door[] All =
    [
        new("till", Roles.TicketStaff, "ticket"),
        new("gate", Roles.GateStaff, "gate"),
        new("shop", Roles.ShopStaff + "," + Roles.ShopOwner, "shop"),
        new("arrivals", Roles.ShopStaff + "," + Roles.ShopOwner, "arrive"),
        new("stock", Roles.Shops + "," + Roles.Auditor, "box", Office),
        new("points", Roles.PointsOffice, "points", "Tourism.Points.Office.wasm"),
        new("sales", Roles.TourismOffice + "," + Roles.Auditor, "chart", "Tourism.Analytics.Contracts.wasm", "Tourism.Analytics.Office.wasm"),
        new("products", Roles.ShopOffice + "," + Roles.Auditor, "shop", Office),
        new("imports", Roles.ShopOffice + "," + Roles.Auditor, "download", Office),
        new("changes", Roles.ShopOffice + "," + Roles.Auditor, "wait", Office),
        new("merchants", Roles.ShopOffice + "," + Roles.Auditor, "receipt", Office),
        new("tenders", Roles.Administrator + "," + Roles.Auditor, "cash", Office),
        new("shops", Roles.ShopOffice + "," + Roles.Auditor, "plus", Office),
        new("people", Roles.Administrator + "," + Roles.Auditor, "person", Office),
        new("devices", Roles.DeviceKeepers + "," + Roles.Auditor, "device", Office),
        new("payment-cases", Roles.Administrator + "," + Roles.Auditor, "warning", Office),
        new("money-count", Roles.Administrator + "," + Roles.Auditor, "receipt", Office),
        new("payouts", Roles.Administrator + "," + Roles.Auditor, "cash", Office),
        new("card-readers", Roles.Administrator + "," + Roles.Auditor, "reader", Office),
        new("clients", Roles.Administrator + "," + Roles.Auditor, "phone", Office),
        new("audit", Roles.Administrator + "," + Roles.Auditor, "list", Office),
        new(Letters, Roles.Administrator, "mail", Office),
        new("reviews", Roles.TicketOffice + "," + Roles.Auditor, "warning", Office),
        new("closing", Roles.TicketOffice, "stop", Office),
    ];

    /// <summary>What the app lacks before <paramref name="screen"/> can be opened for the first time.</summary>
    public static IReadOnlyList<string> PartsOf(string screen) => All.FirstOrDefault(door => door.Screen == screen)?.Parts ?? [];

    /// <summary>What <paramref name="person"/> can open. Letters are to be seen only where none are sent.</summary>
    public static IEnumerable<Door> For(PersonView person, MailUse? mail) =>
        All.Where(door => person.May(door.Role) && (door.Screen != Letters || mail == MailUse.Shown));
}
