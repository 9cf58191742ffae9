using System.Text;

namespace Tourism.Kernel.Server.Sheets;

/// <summary>The two encodings of CSV files that offices use: UTF-8 with its mark, and Shift_JIS as Windows has it.</summary>
public sealed class CsvEncoding
{
    /// <summary>Name of UTF-8.</summary>
    public const string Utf8 = "utf-8";
    /// <summary>Name of Shift_JIS.</summary>
    public const string Cp932 = "cp932";
    private const char Unknown = '?';

    /// <summary>Signs that Japanese input makes in their Unicode form but CP932 knows only in Microsoft's: 〜 − ‖ — ¥.</summary>
    private static readonly Dictionary<char, char> Nearest = new()
    {
        ['\u301C'] = '\uFF5E',
        ['\u2212'] = '\uFF0D',
        ['\u2016'] = '\u2225',
        ['\u2014'] = '\u2015',
        ['\u00A5'] = '\uFFE5',
    };

    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(
        932, new EncoderReplacementFallback(Unknown.ToString()), DecoderFallback.ReplacementFallback)!;

    private readonly Func<string, byte[]> _write;

    private CsvEncoding(string contentType, Func<string, byte[]> write) => (ContentType, _write) = (contentType, write);

    /// <summary>For the answer's header.</summary>
    public string ContentType { get; }

    /// <summary>The encoding of that name; UTF-8 for any other.</summary>
    public static CsvEncoding Of(string? name) => name == Cp932
        ? new CsvEncoding("text/csv; charset=shift_jis", text => ShiftJis.GetBytes(Known(text)))
        : new CsvEncoding("text/csv; charset=utf-8", text => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);

    /// <summary>The text as bytes. A sign that Shift_JIS lacks becomes a question mark.</summary>
    public byte[] Write(string text) => _write(text);

    /// <summary>The text of a file in either encoding: by its mark, else UTF-8 if it can be that; <c>null</c> when it is neither.</summary>
    public static string? Read(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(Encoding.UTF8.Preamble))
            return Strict(Utf8Strict, file[Encoding.UTF8.Preamble.Length..]);
        return Strict(Utf8Strict, file) ?? Strict(Cp932Strict, file);
    }

    private static readonly UTF8Encoding Utf8Strict = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding Cp932Strict =
        CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> file)
    {
        try
        {
            var text = encoding.GetString(file);
            // No text has a zero in it; UTF-16 and many other kinds of file do.
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>One sign in, one out: the encoder would write two question marks for a sign beyond the first plane.</summary>
    private static string Known(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.IsBmp ? Nearest.GetValueOrDefault((char)rune.Value, (char)rune.Value) : Unknown));
}
