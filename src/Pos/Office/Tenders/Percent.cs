using System.Globalization;

namespace Tourism.Pos.Office.Tenders;

/// <summary>Hundredths of a percent as people write them.</summary>
internal static class Percent
{
    private const int Whole = 100;

    /// <summary>325 as <c>3.25</c>.</summary>
    public static string Text(int basisPoints) => (basisPoints / (decimal)Whole).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>What the form lets through; anything else is a fee that the server refuses by its field.</summary>
    public static int Read(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= Whole ? (int)(percent * Whole) : -1;
}
