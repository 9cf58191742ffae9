using System.Security.Cryptography;
using Tourism.Pos.Access.Devices;

namespace Tourism.Pos.Shops;

/// <summary>
/// What a shop's owner joins with. Digits, because somebody of seventy may have to type them from paper; sixteen, because a sheet lies on a table
/// for weeks: 53 bits, against 60 tries a minute from one address.
/// </summary>
internal static class JoiningCode
{
    public static readonly TimeSpan Lives = TimeSpan.FromDays(30);
    private const int Digits = 16;

    public static string New() => RandomNumberGenerator.GetString("0123456789", Digits);

    /// <summary>With or without the spaces that make the code readable.</summary>
    public static string HashOf(string code) => DeviceSecret.HashOfCode(code);

    /// <summary>The code stands behind the hash sign, so that no server and no log ever sees it in an address.</summary>
    public static string Link(string root, string code) => $"{root}/app/join#{code}";
}
