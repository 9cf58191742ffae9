using System.Globalization;
using System.Text;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>The words staff give for a price they chose.</summary>
internal static class Reason
{
    public static Failure? Wrong(BasketTerms terms) =>
        string.IsNullOrWhiteSpace(terms.Reason) ? new ReasonMissing("terms.reason") : PlainText.Wrong(terms.Reason, "terms.reason");
}

/// <summary>Text that every database and printer can keep.</summary>
internal static class PlainText
{
    /// <summary>Half surrogates and NUL cannot be stored everywhere; controls and direction marks make a line read as another.</summary>
    public static Failure? Wrong(string text, string at)
    {
        if (text.Length is 0 or > Calculator.MaxText)
            return new TextNotUsable(at);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                return new TextNotUsable(at);
        }

        return null;
    }
}
