using System.Globalization;
using Tourism.Kernel;

namespace Tourism.Pos.Payments;

/// <summary>Writes the request for a Checkout Session, once: every repeat sends these very bytes.</summary>
internal static class CheckoutBody
{
    /// <summary>
    /// The provider allows 24 hours and wants at least 30 minutes from when the request arrives. Ending short of a day keeps the same
    /// bytes acceptable for as long as we may repeat them; the till or <see cref="Payment.PageLife"/> ends the page far earlier.
    /// </summary>
    private static readonly TimeSpan Life = new(23, 50, 0);

    public static string Of(Payment payment, PayableTender tender, string returnUrl)
    {
        var form = new List<(string Key, string Value)>
        {
            ("mode", "payment"),
            ("client_reference_id", payment.Id.ToString()),
            ("locale", Locale(payment.Language)),
            ("expires_at", new DateTimeOffset(payment.CreatedAt + Life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("success_url", returnUrl),
            ("cancel_url", returnUrl),
            ("branding_settings[display_name]", tender.Merchant.In(payment.Language)),
            ("line_items[0][quantity]", "1"),
            ("line_items[0][price_data][currency]", "jpy"),
            ("line_items[0][price_data][unit_amount]", payment.Amount.Amount.ToString(CultureInfo.InvariantCulture)),
            ("line_items[0][price_data][product_data][name]", $"{tender.Merchant.In(payment.Language)} {tender.ReceiptNumber}"),
        };
        // Both the session and its intent name the payment, so that neither can be taken for another's.
        form.AddRange(FormBody.Marks("metadata", payment));
        form.AddRange(FormBody.Marks("payment_intent_data[metadata]", payment));
        form.AddRange(FormBody.Destination("payment_intent_data[transfer_data][destination]", payment));
        return FormBody.Encode(form);
    }

    private static string Locale(string language) => language switch
    {
        Language.ZhHant => "zh-TW",
        Language.ZhHans => "zh",
        _ => language,
    };
}
