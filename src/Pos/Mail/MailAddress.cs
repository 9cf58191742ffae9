using MimeKit;
using Tourism.Kernel;

namespace Tourism.Pos.Mail;

/// <summary>Where somebody can be written to.</summary>
internal static class MailAddress
{
    public const int Longest = 200;

    /// <summary>One plain address: no name before it, no list, nothing that could become a header.</summary>
    public static Failure? Check(string address, string at) =>
        address.Length <= Longest && address.All(letter => char.IsAscii(letter) && !char.IsControl(letter) && letter != ' ')
        && MailboxAddress.TryParse(address, out var parsed) && parsed.Address == address && IsDomain(address[(address.LastIndexOf('@') + 1)..])
            ? null
            : new WrongAddress(at);

    private static bool IsDomain(string domain) => domain.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(domain) == UriHostNameType.Dns;
}

internal sealed record WrongAddress(string At) : Failure(
    "wrong-address", FailureKind.Invalid, "メールアドレスを hana@city.example のように入れてください。", "Give a mail address such as hana@city.example.", At);
