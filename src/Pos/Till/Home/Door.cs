using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Session;

namespace Tourism.Pos.Till.Home;

/// <summary>A screen and the role that works with it.</summary>
internal sealed record Door(string Screen, string Role, string Icon)
{
    private const string Letters = "letters";

    private static readonly Door[] All =
    [
        new("till", Roles.TicketStaff, "ticket"),
        new("gate", Roles.GateStaff, "gate"),
        new("shop", Roles.ShopStaff + "," + Roles.ShopOwner, "shop"),
        new("stock", Roles.Shops + "," + Roles.Auditor, "box"),
        new("points", Roles.PointsOffice, "points"),
        new("sales", Roles.TourismOffice + "," + Roles.Auditor, "chart"),
        new("products", Roles.ShopOffice + "," + Roles.Auditor, "shop"),
        new("imports", Roles.ShopOffice + "," + Roles.Auditor, "download"),
        new("changes", Roles.ShopOffice + "," + Roles.Auditor, "wait"),
        new("merchants", Roles.ShopOffice + "," + Roles.Auditor, "receipt"),
        new("shops", Roles.ShopOffice + "," + Roles.Auditor, "plus"),
        new("people", Roles.Administrator + "," + Roles.Auditor, "person"),
        new("devices", Roles.DeviceKeepers + "," + Roles.Auditor, "device"),
        new("clients", Roles.Administrator + "," + Roles.Auditor, "phone"),
        new("audit", Roles.Administrator + "," + Roles.Auditor, "list"),
        new(Letters, Roles.Administrator, "mail"),
        new("reviews", Roles.TicketOffice + "," + Roles.Auditor, "warning"),
        new("closing", Roles.TicketOffice, "stop"),
    ];

    /// <summary>What <paramref name="person"/> can open. Letters are to be seen only where none are sent.</summary>
    public static IEnumerable<Door> For(PersonView person, MailUse? mail) =>
        All.Where(door => person.May(door.Role) && (door.Screen != Letters || mail == MailUse.Shown));
}
