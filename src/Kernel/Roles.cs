namespace Tourism.Kernel;

/// <summary>What a signed-in person may be. Everything is denied unless an endpoint names one of these.</summary>
public static class Roles
{
    /// <summary>Sells admissions and refunds them.</summary>
    public const string TicketStaff = "ticket-staff";

    /// <summary>Scans tickets.</summary>
    public const string GateStaff = "gate-staff";

    /// <summary>Sells at one shop or at the farm.</summary>
    public const string ShopStaff = "shop-staff";

    /// <summary>Runs one shop: what its staff do, and what is the owner's alone.</summary>
    public const string ShopOwner = "shop-owner";

    /// <summary>Grants points and looks up members.</summary>
    public const string PointsClerk = "points-clerk";

    /// <summary>Looks over what the points office does; never the one who does it.</summary>
    public const string PointsApprover = "points-approver";

    /// <summary>Reads and exports the city's figures.</summary>
    public const string TourismAnalyst = "tourism-analyst";

    /// <summary>Reads all and writes nothing, whatever other roles they have.</summary>
    public const string Auditor = "auditor";

    /// <summary>Runs the installation.</summary>
    public const string Administrator = "administrator";

    /// <summary>An enrolled device itself, whoever stands at it: it hands in what happened and reads what its place needs. No person has this role.</summary>
    public const string Device = "device";

    /// <summary>Those who sell, and administrators, with commas between as an endpoint names its roles.</summary>
    public const string Sellers = TicketStaff + "," + ShopStaff + "," + ShopOwner + "," + Administrator;

    /// <summary>The counter of a site that admits people, and administrators.</summary>
    public const string TicketOffice = TicketStaff + "," + Administrator;

    /// <summary>Those who run a shop, and administrators.</summary>
    public const string ShopOffice = ShopOwner + "," + Administrator;

    /// <summary>Those who work in a shop, and administrators.</summary>
    public const string Shops = ShopStaff + "," + ShopOffice;

    /// <summary>Those who give points, and administrators.</summary>
    public const string PointsOffice = PointsClerk + "," + Administrator;

    /// <summary>Those who see what the points office does.</summary>
    public const string PointsReaders = PointsOffice + "," + PointsApprover;

    /// <summary>Those who work with the city's figures, and administrators.</summary>
    public const string TourismOffice = TourismAnalyst + "," + Administrator;

    /// <summary>Those who add devices and revoke them: owners those of their shop.</summary>
    public const string DeviceKeepers = ShopOwner + "," + Administrator;

    /// <summary>Whoever has a role, and devices.</summary>
    public const string Everybody = Sellers + "," + GateStaff + "," + PointsClerk + "," + PointsApprover + "," + TourismAnalyst + "," + Auditor + "," + Device;

    /// <summary>Roles that work at a till of their own.</summary>
    public static IReadOnlyList<string> AtTills { get; } = [TicketStaff, ShopStaff, ShopOwner];

    /// <summary>Every role that people have.</summary>
    public static IReadOnlyList<string> All { get; } =
        [TicketStaff, GateStaff, ShopStaff, ShopOwner, PointsClerk, PointsApprover, TourismAnalyst, Auditor, Administrator];
}
