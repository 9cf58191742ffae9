using System.Text;

namespace Tourism.Analytics.Sales;

/// <summary>The two encodings offices ask for.</summary>
internal sealed class CsvEncoding
{
    public const string Utf8 = "utf-8";
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

    public string ContentType { get; }

    public static CsvEncoding Of(string? name) => name == Cp932
        ? new CsvEncoding("text/csv; charset=shift_jis", text => ShiftJis.GetBytes(Known(text)))
        : new CsvEncoding("text/csv; charset=utf-8", text => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);

    public byte[] Write(string text) => _write(text);

    /// <summary>One sign in, one out: the encoder would write two question marks for a sign beyond the first plane.</summary>
    private static string Known(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.IsBmp ? Nearest.GetValueOrDefault((char)rune.Value, (char)rune.Value) : Unknown));
}
