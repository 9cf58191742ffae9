using System.Text.Json.Nodes;

namespace Tourism.Pos.Sandbox;

/// <summary>Objects with every field that API 2026-10-28.endive promises, empty where a city's till has no use for it.</summary>
internal static class StripeShapes
{
    public static JsonObject Session() => Parse("""
        {
          "id": "", "object": "checkout.session", "adaptive_pricing": null, "after_expiration": null, "allow_promotion_codes": null,
          "allowed_payment_method_types": null, "amount_subtotal": 0, "amount_total": 0,
          "automatic_tax": { "enabled": false, "liability": null, "provider": null, "status": null },
          "billing_address_collection": null, "cancel_url": null, "client_reference_id": null, "client_secret": null,
          "collected_information": null, "consent": null, "consent_collection": null, "created": 0, "currency": "jpy",
          "currency_conversion": null, "custom_fields": [],
          "custom_text": { "after_submit": null, "shipping_address": null, "submit": null, "terms_of_service_acceptance": null },
          "customer": null, "customer_account": null, "customer_creation": null, "customer_details": null, "customer_email": null,
          "discounts": null, "expires_at": 0, "integration_identifier": null, "invoice": null, "invoice_creation": null,
          "livemode": false, "locale": null, "managed_payments": null, "metadata": {}, "mode": "payment", "origin_context": null,
          "payment_intent": null, "payment_link": null, "payment_method_collection": "if_required",
          "payment_method_configuration_details": null, "payment_method_options": {}, "payment_method_types": [],
          "payment_status": "unpaid", "permissions": null, "phone_number_collection": { "enabled": false }, "recovered_from": null,
          "saved_payment_method_options": null, "setup_intent": null, "shipping_address_collection": null, "shipping_cost": null,
          "shipping_options": [], "status": "open", "submit_type": null, "subscription": null, "success_url": null,
          "total_details": { "amount_discount": 0, "amount_shipping": 0, "amount_tax": 0 },
          "ui_mode": "hosted_page", "url": null, "wallet_options": null
        }
        """);

    public static JsonObject Intent() => Parse("""
        {
          "id": "", "object": "payment_intent", "allowed_payment_method_types": null, "amount": 0, "amount_capturable": 0,
          "amount_received": 0, "application": null, "application_fee_amount": null, "automatic_payment_methods": null,
          "canceled_at": null, "cancellation_reason": null, "capture_method": "automatic", "client_secret": null,
          "confirmation_method": "automatic", "created": 0, "currency": "jpy", "customer": null, "customer_account": null,
          "description": null, "excluded_payment_method_types": null, "last_payment_error": null, "latest_charge": null,
          "livemode": false, "managed_payments": null, "metadata": {}, "next_action": null, "on_behalf_of": null,
          "payment_method": null, "payment_method_configuration_details": null, "payment_method_options": {},
          "payment_method_types": [], "payment_record": null, "processing": null, "receipt_email": null, "review": null,
          "setup_future_usage": null, "shipping": null, "source": null, "statement_descriptor": null,
          "statement_descriptor_suffix": null, "status": "requires_payment_method", "transfer_group": null
        }
        """);

    public static JsonObject Account(DateTime now, string type, string? name, Dictionary<string, string> metadata) => new()
    {
        ["id"] = StripeIds.Account(), ["object"] = "account", ["business_type"] = null, ["charges_enabled"] = false, ["country"] = "JP", ["created"] = Unix(now),
        ["business_profile"] = new JsonObject
        {
            ["mcc"] = null, ["minority_owned_business_designation"] = null, ["name"] = name, ["specified_commercial_transactions_act_url"] = null, ["support_address"] = null, ["support_email"] = null, ["support_phone"] = null, ["support_url"] = null, ["url"] = null,
        },
        ["capabilities"] = new JsonObject { ["card_payments"] = "inactive", ["transfers"] = "inactive" },
        ["default_currency"] = "jpy", ["details_submitted"] = false, ["email"] = null, ["metadata"] = Map(metadata), ["payouts_enabled"] = false,
        ["requirements"] = new JsonObject
        {
            ["alternatives"] = new JsonArray(), ["current_deadline"] = null, ["currently_due"] = new JsonArray("external_account", "tos_acceptance.date"),
            ["disabled_reason"] = null, ["errors"] = new JsonArray(), ["eventually_due"] = new JsonArray(), ["past_due"] = new JsonArray(), ["pending_verification"] = new JsonArray(),
        },
        ["settings"] = null, ["type"] = type,
    };

    public static JsonObject Event(string type, JsonObject subject, DateTime now, string? key) => new()
    {
        ["id"] = StripeIds.Event(),
        ["object"] = "event",
        ["api_version"] = Stripe.StripeConfiguration.ApiVersion,
        ["created"] = Unix(now),
        ["data"] = new JsonObject { ["object"] = subject.DeepClone() },
        ["livemode"] = false,
        ["pending_webhooks"] = 1,
        ["request"] = new JsonObject { ["id"] = StripeIds.Request(), ["idempotency_key"] = key },
        ["type"] = type,
    };

    public static long Unix(DateTime utc) => new DateTimeOffset(utc).ToUnixTimeSeconds();

    public static JsonObject Map(Dictionary<string, string> values) =>
        new(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    public static JsonArray List(IEnumerable<string> values) => [.. values.Select(value => (JsonNode?)value)];

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
