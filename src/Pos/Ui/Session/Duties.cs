using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Ui.Session;

/// <summary>Which screens a person works with. The server decides what they may do; this only spares them closed doors.</summary>
public static class Duties
{
    /// <summary>True for one of the roles.</summary>
    /// <param name="person">The signed-in person.</param>
    /// <param name="roles">One of <see cref="Roles"/>, or several with commas between, as the server writes them.</param>
    public static bool May(this PersonView person, string roles) => roles.Split(',').Any(person.Roles.Contains);
}
