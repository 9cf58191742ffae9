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

    /// <summary>Grants points and looks up members.</summary>
    public const string PointsClerk = "points-clerk";

    /// <summary>Reads and exports the city's figures.</summary>
    public const string TourismAnalyst = "tourism-analyst";

    /// <summary>Runs the installation.</summary>
    public const string Administrator = "administrator";

    /// <summary>Every role.</summary>
    public static IReadOnlyList<string> All { get; } = [TicketStaff, GateStaff, ShopStaff, PointsClerk, TourismAnalyst, Administrator];
}
