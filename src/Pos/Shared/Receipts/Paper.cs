namespace Tourism.Pos.Shared.Receipts;

/// <summary>What is to be printed, line by line: the same for a printer's 32 or 48 columns, for a browser's paper and for a phone.</summary>
/// <param name="Lines">From top to bottom.</param>
/// <param name="Language">Language it is written in.</param>
public sealed record Paper(string Language, IReadOnlyList<PaperLine> Lines);

/// <summary>One line of a paper.</summary>
/// <param name="Style">How it looks.</param>
/// <param name="Left">Text, or the left of a pair.</param>
/// <param name="Right">An amount at the right edge.</param>
public sealed record PaperLine(PaperStyle Style, string Left = "", string? Right = null);

/// <summary>How a line of a paper looks.</summary>
public enum PaperStyle
{
    /// <summary>Ordinary.</summary>
    Plain,

    /// <summary>What the paper is, in the middle and large.</summary>
    Title,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>What matters most: the total, the addressee.</summary>
    Strong,

    /// <summary>Moved in, belongs to the line above.</summary>
    Under,

    /// <summary>A rule from edge to edge.</summary>
    Rule,

    /// <summary>A frame to stick a revenue stamp into.</summary>
    Stamp,
}
