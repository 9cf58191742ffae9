using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Words;

namespace Tourism.Pos.Ui.Session;

/// <summary>Which screens a person works with. The server decides what they may do; this only spares them closed doors.</summary>
public static class Duties
{
    /// <summary>True for one of the roles.</summary>
    /// <param name="person">The signed-in person.</param>
    /// <param name="roles">One of <see cref="Roles"/>, or several with commas between, as the server writes them.</param>
    public static bool May(this PersonView person, string roles) => roles.Split(',').Any(person.Roles.Contains);

    /// <summary>The roles in the language of the screen.</summary>
    /// <param name="wording">The language.</param>
    /// <param name="roles">Names from <see cref="Roles"/>.</param>
    public static string NameRoles(this Wording wording, IEnumerable<string> roles) =>
        string.Join(wording.Get(typeof(Duties).Assembly, "shell.and"), roles.Select(role => wording.Get(typeof(Duties).Assembly, $"shell.role-{role}")));
}
