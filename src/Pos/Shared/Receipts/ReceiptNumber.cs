using System.Globalization;
using Tourism.Pos.Shared.Tickets;

namespace Tourism.Pos.Shared.Receipts;

/// <summary>A number of a till's series, of a receipt or of a return slip alike. Printed as till, epoch and six digits with hyphens between.</summary>
/// <param name="Till">Till code, small letters.</param>
/// <param name="Epoch">The till's series.</param>
/// <param name="Number">Within the epoch, from 1.</param>
public readonly record struct ReceiptNumber(string Till, int Epoch, int Number)
{
    private const int Parts = 3;

    /// <summary>
    /// Reads a number as people copy it: full width, capitals, blanks, another kind of dash, without leading zeros; <c>null</c> for anything else.
    /// </summary>
    /// <param name="text">What was typed.</param>
    public static ReceiptNumber? Read(string? text)
    {
        var parts = Plain(text).Split('-');
        return parts.Length >= Parts && parts[..^2].All(IsCode) && Whole(parts[^2]) is { } epoch && Whole(parts[^1]) is { } number
            ? new ReceiptNumber(string.Join('-', parts[..^2]), epoch, number)
            : null;
    }

    /// <summary>Reads as <see cref="Read(string?)"/>, and what people leave out at their own till: its code, and the epoch as well.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="till">The till they stand at.</param>
    /// <param name="epoch">Its series now.</param>
    public static ReceiptNumber? Read(string? text, string till, int epoch) => Read(text) ?? Plain(text).Split('-') switch
    {
        [var last] when Whole(last) is { } number => new ReceiptNumber(till, epoch, number),
        [var series, var last] when Whole(series) is { } given && Whole(last) is { } number => new ReceiptNumber(till, given, number),
        _ => null,
    };

    /// <summary>As printed.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Till}-{Epoch}-{Number:D6}");

    private static bool IsCode(string part) => part.Length > 0 && part.All(char.IsAsciiLetterOrDigit);

    private static int? Whole(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string Plain(string? text) =>
        string.Concat(ScannedText.HalfWidth(text ?? "").Where(letter => !char.IsWhiteSpace(letter)).Select(letter => IsDash(letter) ? '-' : char.ToLowerInvariant(letter)));

    /// <summary>Japanese input methods give a long vowel, a minus or a dash for the key of the hyphen.</summary>
    private static bool IsDash(char letter) => letter is 'ー' or 'ｰ' or '−' or >= '\u2010' and <= '\u2015' or '─' or '_';
}
