using System.Globalization;

namespace Tourism.Pos.Payments;

/// <summary>Writes the request for an intent that a card reader collects, once: every repeat sends these very bytes.</summary>
internal static class IntentBody
{
    public static string Of(Payment payment, PayableTender tender) => FormBody.Encode(
    [
        ("amount", payment.Amount.Amount.ToString(CultureInfo.InvariantCulture)),
        ("currency", "jpy"),
        ("allowed_payment_method_types[0]", "card_present"),
        // Whoever leaves the counter with the goods has paid: nothing is left to be captured later.
        ("capture_method", "automatic"),
        ("description", $"{tender.Merchant.Ja} {tender.ReceiptNumber}"),
        .. FormBody.Marks("metadata", payment),
        .. FormBody.Destination("transfer_data[destination]", payment),
    ]);
}
