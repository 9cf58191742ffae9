using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Ui.Session;

/// <summary>Which screens a person works with. The server decides what they may do; this only spares them closed doors.</summary>
public static class Duties
{
    /// <summary>True for one of the roles, and for administrators in the offices, where no till or gate of their own is needed.</summary>
    /// <param name="person">The signed-in person.</param>
    /// <param name="roles">One of <see cref="Roles"/>, or several with commas between, as the server writes them.</param>
    public static bool May(this PersonView person, string roles) => roles.Split(',').Any(role => Has(person, role));

    private static bool Has(PersonView person, string role) =>
        person.Roles.Contains(role) || (role is Roles.PointsClerk or Roles.TourismAnalyst && person.Roles.Contains(Roles.Administrator));
}
