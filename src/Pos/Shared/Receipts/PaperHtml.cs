using System.Net;
using System.Text;

namespace Tourism.Pos.Shared.Receipts;

/// <summary>A paper for a browser's printer and screen; looks come from <c>paper.css</c>. Everything a person typed is encoded.</summary>
public static class PaperHtml
{
    /// <summary>One element of class <c>paper</c>.</summary>
    public static string Of(Paper paper)
    {
        var html = new StringBuilder($"<div class=\"paper\" lang=\"{paper.Language}\">");
        foreach (var line in paper.Lines)
            html.Append(Of(line));
        return html.Append("</div>").ToString();
    }

    private static string Of(PaperLine line) => line.Style == PaperStyle.Rule
        ? "<hr>"
        : $"<p class=\"{line.Style.ToString().ToLowerInvariant()}\"><span>{WebUtility.HtmlEncode(line.Left)}</span>{Right(line)}</p>";

    private static string Right(PaperLine line) => line.Right is null ? "" : $"<span class=\"amount\">{WebUtility.HtmlEncode(line.Right)}</span>";
}
