namespace Tourism.Kernel.Server.Sheets;

/// <summary>Texts in cells that a spreadsheet opens: one that looks like a formula must not become one (CSV injection).</summary>
public static class CsvText
{
    /// <summary>Signs that make a spreadsheet read a text as a formula; Japanese ones accept the full-width forms too.</summary>
    private const string FormulaSigns = "=+-@\t\r＝＋－＠−";

    /// <summary>Puts an apostrophe before what looks like a formula. <see cref="Unguard"/> takes it off again, so nothing is lost.</summary>
    public static string Guard(string value) => LooksLikeFormula(value) ? "'" + value : value;

    /// <summary>The text that <see cref="Guard"/> was given.</summary>
    public static string Unguard(string value) => value.StartsWith('\'') && LooksLikeFormula(value) ? value[1..] : value;

    /// <summary>A cell of a line (RFC 4180), guarded.</summary>
    public static string Cell(string value)
    {
        var safe = Guard(value);
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : '"' + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }

    private static bool LooksLikeFormula(string value)
    {
        var text = value.AsSpan().TrimStart('\'');
        return text.Length > 0 && FormulaSigns.Contains(text[0]);
    }
}
