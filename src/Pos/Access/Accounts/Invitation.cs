using System.Security.Cryptography;
using System.Text;
using Tourism.Kernel;

namespace Tourism.Pos.Access.Accounts;

/// <summary>The secret of a one-time link. The database knows its hash only.</summary>
internal static class Invitation
{
    public static readonly TimeSpan Lives = TimeSpan.FromDays(7);

    public static string New() => Base32.Encode(RandomNumberGenerator.GetBytes(16));

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(token.Trim().ToUpperInvariant())));

    /// <summary>The token stands behind the hash sign, so that no server and no log ever sees it in an address.</summary>
    public static string Link(string root, string token) => $"{root}/app/invitation#{token}";
}
