using System.Globalization;
using System.Text;

namespace Tourism.Pos.Shared.Codes;

/// <summary>The check of a merchant's code: CRC-16/CCITT-FALSE over UTF-8 bytes (EMVCo Merchant-Presented Mode 1.1, 4.7.3).</summary>
internal static class CodeCheck
{
    private const int Polynomial = 0x1021;

    /// <summary>Four hex digits in capitals.</summary>
    /// <param name="text">Everything up to the check's own id and length, these included.</param>
    public static string Of(string text)
    {
        var check = 0xFFFF;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            check ^= octet << 8;
            for (var bit = 0; bit < 8; bit++)
                check = ((check & 0x8000) != 0 ? (check << 1) ^ Polynomial : check << 1) & 0xFFFF;
        }

        return check.ToString("X4", CultureInfo.InvariantCulture);
    }
}
