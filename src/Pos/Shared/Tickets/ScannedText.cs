using System.Text.RegularExpressions;
using Tourism.Kernel;

namespace Tourism.Pos.Shared.Tickets;

/// <summary>Cleans what a scanner, a camera or a person brought in: full width, small letters, line ends, several codes without a break.</summary>
public static partial class ScannedText
{
    /// <summary>Most characters of one code that a server looks at.</summary>
    public const int MaxCode = 2_000;

    private const int TokenLength = 26;

    /// <summary>The codes in it, in their order; empty for nothing but blanks.</summary>
    public static IReadOnlyList<string> Codes(string? text) =>
    [
        .. Breaks().Split(HalfWidth(text ?? "")).Select(code => code.Trim()).Where(code => code.Length > 0)
            .Select(code => code.Length > MaxCode ? code[..MaxCode] : code),
    ];

    /// <summary>True when every code in it is whole, so that nobody has to press Enter.</summary>
    public static bool IsComplete(string? text) => Codes(text) is { Count: > 0 } codes && codes.All(code => TicketCode.Read(code) is not null);

    /// <summary>The token of a public page (128 bits as 26 characters of base32) that was scanned alone or as an address, in capitals; <c>null</c> for anything else.</summary>
    /// <param name="text">What was scanned or typed.</param>
    public static string? PageToken(string? text)
    {
        var token = TicketCode.LastSegment(HalfWidth(text ?? "").AsSpan().Trim());
        return token.Length == TokenLength && Base32.Decode(token) is { } bytes ? Base32.Encode(bytes) : null;
    }

    /// <summary>A scanner that types while a Japanese input method is on gives ＡＢＣ for ABC.</summary>
    internal static string HalfWidth(string text) => string.Concat(text.Select(HalfWidth));

    private static char HalfWidth(char character) => character switch
    {
        >= '！' and <= '～' => (char)(character - '！' + '!'),
        '　' => ' ',
        '・' => '/',
        _ => character,
    };

    /// <summary>A line ends a code, and so does the address of the next: no code has a colon in it.</summary>
    [GeneratedRegex(@"[\r\n\t]+|(?=https?://)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();
}
