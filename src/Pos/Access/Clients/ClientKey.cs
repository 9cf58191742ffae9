using System.Security.Cryptography;
using System.Text;
using Tourism.Kernel;

namespace Tourism.Pos.Access.Clients;

/// <summary>A key as it is given out: recognisable in a leak, with 160 random bits.</summary>
internal sealed record ClientKey(string Text)
{
    private const string Prefix = "tourism_";
    private const int HintLength = 12;

    public string Hash => HashOf(Text);

    public string Hint => Text[..HintLength];

    public static ClientKey New() => new(Prefix + Base32.Encode(RandomNumberGenerator.GetBytes(20)));

    public static string HashOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
