using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Ui.Session;

/// <summary>Which screens a person works with. The server decides what they may do; this only spares them closed doors.</summary>
public static class Duties
{
    /// <summary>True for the role itself, and for administrators in the offices, where no till or gate of their own is needed.</summary>
    public static bool May(this PersonView person, string role) =>
        person.Roles.Contains(role) || (role is Roles.PointsClerk or Roles.TourismAnalyst && person.Roles.Contains(Roles.Administrator));
}
