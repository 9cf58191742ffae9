using System.Security.Cryptography;
using System.Text;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Journals;

/// <summary>
/// The chain that ties the entries of the audit trail together: changing, dropping or swapping one breaks every hash after it. What was said
/// before and after stands outside the hashed bytes behind a commitment, so that erasing it leaves the chain whole.
/// </summary>
public static class AuditChain
{
    private const long Version = 1;

    /// <summary>What the very first entry follows: 64 zeros.</summary>
    public static string Start { get; } = new('0', 64);

    /// <summary>Stands for the details in the chain: 64 hex digits.</summary>
    /// <param name="salt">Random, so that nobody finds erased words by trying.</param>
    /// <param name="details">JSON as stored.</param>
    public static string Commit(string salt, string details) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + details)));

    /// <summary>The hash after <paramref name="previous"/>: 64 hex digits.</summary>
    public static string Next(string previous, AuditLink entry)
    {
        var bytes = new CanonicalBytes().Add(Version).Add(entry.Day.DayNumber).Add(entry.Number).Add(entry.At).Add(entry.Deed.ToString())
            .Add(entry.Person, Text).Add(entry.Site, Text).Add(entry.Till, Text).Add(entry.Gate, Text).Add(entry.Device, (inner, device) => inner.Add(device))
            .Add(entry.Subject).Add(entry.Commitment).ToArray();
        return Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(previous), .. bytes]));
    }

    private static void Text(CanonicalBytes bytes, string text) => bytes.Add(text);
}

/// <summary>What the chain holds of an entry; see <see cref="AuditView"/>.</summary>
/// <param name="Day">Business date of the chain.</param>
/// <param name="Number">Number within the day, from 1.</param>
/// <param name="At">When, UTC in microseconds.</param>
/// <param name="Deed">What was done.</param>
/// <param name="Person">Sign-in name.</param>
/// <param name="Site">Site of the post.</param>
/// <param name="Till">Till of the post.</param>
/// <param name="Gate">Gate of the post.</param>
/// <param name="Device">Device it was done on.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Commitment"><see cref="AuditChain.Commit"/> of the details.</param>
public sealed record AuditLink(
    DateOnly Day, int Number, DateTime At, Deed Deed, string? Person, string? Site, string? Till, string? Gate, Guid? Device, string Subject, string Commitment);
