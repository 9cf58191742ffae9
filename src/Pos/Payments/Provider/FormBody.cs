using System.Globalization;
using System.Text;

namespace Tourism.Pos.Payments;

/// <summary>Form-encoded requests and what every one of them says of its payment.</summary>
internal static class FormBody
{
    private const string TransferData = "transfer_data";

    public static IEnumerable<(string Key, string Value)> Marks(string prefix, Payment payment) =>
    [
        ($"{prefix}[{ProviderFacts.PaymentKey}]", payment.Id.ToString()),
        ($"{prefix}[{ProviderFacts.AttemptKey}]", (payment.Attempts.Count + 1).ToString(CultureInfo.InvariantCulture)),
        ($"{prefix}[sale]", payment.Sale.ToString()),
    ];

    /// <summary>The whole amount goes on to the shop; the provider's fee stays with the city.</summary>
    public static IEnumerable<(string Key, string Value)> Destination(string key, Payment payment) =>
        payment.Destination is { } account ? [(key, account)] : [];

    /// <summary>The same request as another attempt, for money that stays with the city.</summary>
    public static string WithoutDestination(string body, int attempt) => Encode(
        from pair in body.Split('&')
        let at = pair.IndexOf('=', StringComparison.Ordinal)
        let key = Uri.UnescapeDataString(pair[..at])
        where !key.Contains(TransferData, StringComparison.Ordinal)
        let isAttempt = key.EndsWith($"[{ProviderFacts.AttemptKey}]", StringComparison.Ordinal)
        select (key, isAttempt ? attempt.ToString(CultureInfo.InvariantCulture) : Uri.UnescapeDataString(pair[(at + 1)..])));

    public static string Encode(IEnumerable<(string Key, string Value)> form)
    {
        var body = new StringBuilder();
        foreach (var (key, value) in form)
            body.Append(body.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(key)).Append('=').Append(Uri.EscapeDataString(value));
        return body.ToString();
    }
}
