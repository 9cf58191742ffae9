using System.Text.Json.Nodes;

namespace Tourism.Pos.Sandbox.Intents;

/// <summary>A charge with every field the API promises.</summary>
internal static class ChargeShapes
{
    private static readonly string[] Empty =
    [
        "application", "application_fee", "balance_transaction", "calculated_statement_descriptor", "customer", "failure_balance_transaction", "failure_code",
        "failure_message", "outcome", "receipt_email", "receipt_number", "receipt_url", "review", "shipping", "source", "source_transfer", "statement_descriptor",
        "statement_descriptor_suffix", "transfer_data",
    ];

    private static readonly string[] AsTheIntent = ["amount", "application_fee_amount", "currency", "description", "metadata", "on_behalf_of", "transfer_group"];

    public static JsonObject Charge(JsonObject intent, SandboxMethod by, DateTime now)
    {
        var charge = new JsonObject
        {
            ["id"] = StripeIds.Charge(), ["object"] = SandboxObject.Charge, ["amount_captured"] = 0, ["amount_refunded"] = 0, ["captured"] = false,
            ["billing_details"] = new JsonObject { ["address"] = null, ["email"] = null, ["name"] = null, ["phone"] = null, ["tax_id"] = null },
            ["created"] = StripeShapes.Unix(now), ["disputed"] = false, ["fraud_details"] = new JsonObject(), ["livemode"] = false, ["paid"] = false,
            ["payment_intent"] = (string)intent["id"]!, ["payment_method"] = StripeIds.Method(), ["payment_method_details"] = by.Details(),
            ["refunded"] = false, ["status"] = "pending",
        };
        foreach (var name in Empty)
            charge[name] = null;
        foreach (var name in AsTheIntent)
            charge[name] = intent[name]?.DeepClone();
        if (intent["transfer_data"] is { } part)
            charge["transfer_data"] = new JsonObject { ["amount"] = part["amount"]?.DeepClone(), ["destination"] = (string)part["destination"]! };
        return charge;
    }

    public static JsonObject Outcome(SandboxDecline? decline) => new()
    {
        ["advice_code"] = decline is null ? null : "try_again_later", ["network_advice_code"] = null, ["network_decline_code"] = null,
        ["network_status"] = decline is null ? "approved_by_network" : "declined_by_network", ["reason"] = decline?.Code, ["risk_level"] = "normal",
        ["seller_message"] = decline is null ? "Payment complete." : "The bank did not return any further details with this decline.",
        ["type"] = decline is null ? "authorized" : "issuer_declined",
    };
}
