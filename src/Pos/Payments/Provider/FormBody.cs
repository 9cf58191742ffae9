using System.Globalization;
using System.Text;

namespace Tourism.Pos.Payments;

/// <summary>Form-encoded requests and what every one of them says of its payment.</summary>
internal static class FormBody
{
    public static IEnumerable<(string Key, string Value)> Marks(string prefix, Payment payment) =>
    [
        ($"{prefix}[{ProviderFacts.PaymentKey}]", payment.Id.ToString()),
        ($"{prefix}[{ProviderFacts.AttemptKey}]", (payment.Attempts.Count + 1).ToString(CultureInfo.InvariantCulture)),
        ($"{prefix}[sale]", payment.Sale.ToString()),
    ];

    public static string Encode(IEnumerable<(string Key, string Value)> form)
    {
        var body = new StringBuilder();
        foreach (var (key, value) in form)
            body.Append(body.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(key)).Append('=').Append(Uri.EscapeDataString(value));
        return body.ToString();
    }
}
