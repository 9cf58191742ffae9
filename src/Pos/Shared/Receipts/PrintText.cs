using System.Text;

namespace Tourism.Pos.Shared.Receipts;

/// <summary>A paper as rows of text: 48 columns on 80 mm, 32 on 58 mm.</summary>
public static class PrintText
{
    /// <summary>Columns of 80 mm paper.</summary>
    public const int Wide = 48;

    /// <summary>Columns of 58 mm paper.</summary>
    public const int Narrow = 32;

    /// <summary>Every row at most <paramref name="columns"/> wide, ended by a line feed.</summary>
    public static string Of(Paper paper, int columns)
    {
        var text = new StringBuilder();
        foreach (var row in paper.Lines.SelectMany(line => Rows(line, columns)))
            text.Append(row).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> Rows(PaperLine line, int columns)
    {
        var left = PrintWidth.Printable(line.Left);
        return line.Style switch
        {
            PaperStyle.Rule => [new string('-', columns)],
            PaperStyle.Title or PaperStyle.Centre => PrintWidth.Wrap(left, columns).Select(row => Centred(row, columns)),
            PaperStyle.Stamp => Frame(left, columns),
            PaperStyle.Under => Pair("  ", left, line.Right, columns),
            _ => Pair("", left, line.Right, columns),
        };
    }

    private static string Centred(string row, int columns) => new string(' ', (columns - PrintWidth.Of(row)) / 2) + row;

    /// <summary>The amount stands on the last row of the text, or on its own below when there is no room.</summary>
    private static IEnumerable<string> Pair(string indent, string left, string? right, int columns)
    {
        var rows = PrintWidth.Wrap(left, columns - indent.Length).Select(row => indent + row).ToList();
        if (right is null)
            return rows;
        var amount = PrintWidth.Printable(right);
        var gap = columns - PrintWidth.Of(rows[^1]) - PrintWidth.Of(amount);
        if (gap >= 1)
            rows[^1] += new string(' ', gap) + amount;
        else
            rows.Add(new string(' ', Math.Max(0, columns - PrintWidth.Of(amount))) + amount);
        return rows;
    }

    private static IEnumerable<string> Frame(string text, int columns)
    {
        var inside = columns / 2;
        var edge = "+" + new string('-', inside - 2) + "+";
        var rows = PrintWidth.Wrap(text, inside - 4).Select(row => "| " + row + new string(' ', inside - 4 - PrintWidth.Of(row)) + " |");
        return [edge, .. rows, .. Enumerable.Repeat("|" + new string(' ', inside - 2) + "|", 3), edge];
    }
}
