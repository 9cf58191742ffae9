using System.Globalization;
using System.Text;

namespace Tourism.Testing;

/// <summary>A shop's list as it comes out of another system: twenty thousand rows, three of them with a mistake.</summary>
public static class BigSheet
{
    /// <summary>Rows without the header.</summary>
    public const int Rows = 20_000;

    /// <summary>Those without a mistake.</summary>
    public const int Good = Rows - 3;

    /// <summary>The file; its products are called <paramref name="prefix"/>-1 and so on.</summary>
    public static byte[] File(string prefix)
    {
        var text = new StringBuilder("商品コード,名称（日本語）,よみ,種類,税区分,価格\r\n");
        for (var no = 1; no <= Rows; no++)
            text.Append(CultureInfo.InvariantCulture, $"{prefix}-{no},土産 {no} 番,みやげ,商品,{(no == 7_000 ? "贅沢" : no % 2 == 0 ? "standard" : "reduced")},{(no == 13_000 ? "十円" : $"{100 + no}")}\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString().Replace($"{prefix}-19000,土産 19000 番", $"{prefix}-19000,", StringComparison.Ordinal))];
    }

    /// <summary>Where the mistakes stand, as a spreadsheet counts.</summary>
    public static IReadOnlyList<(int Row, string Column)> Mistakes { get; } = [(7_001, "Tax class"), (13_001, "Price"), (19_001, "Name (ja)")];
}
