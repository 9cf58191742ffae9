namespace Tourism.Kernel;

/// <summary>Texts that must fit.</summary>
public static class ShortText
{
    /// <summary>The beginning of a text, never with half a character at its end: databases refuse one.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">UTF-16 units, 1 or more.</param>
    public static string Cut(this string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
