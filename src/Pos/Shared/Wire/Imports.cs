namespace Tourism.Pos.Shared.Wire;

/// <summary>A file of products that was handed in for one site, and how far it is.</summary>
/// <param name="Id">Its client-made id.</param>
/// <param name="Site">Where the products belong.</param>
/// <param name="FileName">As its sender called it.</param>
/// <param name="State">How far it is.</param>
/// <param name="By">Who handed it in.</param>
/// <param name="At">When.</param>
/// <param name="Rows">Rows read so far, without the header.</param>
/// <param name="Added">Rows that add a product.</param>
/// <param name="Changed">Rows that change one.</param>
/// <param name="Unchanged">Rows that say what is so already.</param>
/// <param name="Wrong">Rows with a mistake: they are left out.</param>
/// <param name="Done">Rows carried out, or taken back while it is undone.</param>
/// <param name="Kept">Rows left alone, because somebody changed the product meanwhile or its price has been charged.</param>
/// <param name="Problems">The first of <paramref name="Wrong"/> and <paramref name="Kept"/>; all of them are in the file of problems.</param>
/// <param name="Broken">Why the file could not be read to its end, in the caller's language.</param>
public sealed record ImportView(
    Guid Id, string Site, string FileName, ImportState State, string By, DateTime At, int Rows, int Added, int Changed, int Unchanged, int Wrong, int Done, int Kept,
    IReadOnlyList<ImportProblemView> Problems, string? Broken = null)
{
    /// <summary>Most problems in an answer.</summary>
    public const int MostProblems = 20;

    /// <summary>Largest file, in bytes.</summary>
    public const int MostBytes = 8 << 20;

    /// <summary>Most rows of a file.</summary>
    public const int MostRows = 50_000;
}

/// <summary>How far an import is.</summary>
public enum ImportState
{
    /// <summary>Its rows are compared with what is there; nothing changes.</summary>
    Reading,

    /// <summary>Everything is compared; somebody decides.</summary>
    Checked,

    /// <summary>Its good rows are carried out.</summary>
    Applying,

    /// <summary>Carried out.</summary>
    Applied,

    /// <summary>Stopped on the way: what was done stands, and the rest may be carried out later.</summary>
    Stopped,

    /// <summary>Given up before anything was changed.</summary>
    Cancelled,

    /// <summary>It is being taken back.</summary>
    Undoing,

    /// <summary>Taken back.</summary>
    Undone,

    /// <summary>The file could not be read to its end; nothing was changed.</summary>
    Failed,
}

/// <summary>A row that was left out or left alone.</summary>
/// <param name="Row">Row of the file as a spreadsheet counts it; the header is 1.</param>
/// <param name="Code">Product code of the row, when it has one.</param>
/// <param name="Column">Header of the column at fault, in the caller's language; <c>null</c> when no single one is.</param>
/// <param name="What">What is wrong and what to do, in the caller's language.</param>
public sealed record ImportProblemView(int Row, string? Code, string? Column, string What);

/// <summary>Carries out the rows of an import that have no mistake.</summary>
/// <param name="GoodRowsOnly">True to go on although some rows have a mistake; otherwise such a file changes nothing.</param>
public sealed record ImportDecision(bool GoodRowsOnly = false);
