using System.Text.Json.Nodes;

namespace Tourism.Pos.Sandbox.Intents;

/// <summary>What somebody pays with.</summary>
/// <param name="Type">card, card_present or the name of a wallet.</param>
internal sealed record SandboxMethod(string Type)
{
    /// <summary>Only of a card.</summary>
    public SandboxCard? Card { get; init; }

    /// <summary>The reader it is held to, and where that stands.</summary>
    public (string Reader, string? Location)? At { get; init; }

    /// <summary>Why it will be refused; <c>null</c> for one that pays.</summary>
    public SandboxDecline? Decline => Card?.Decline;

    public JsonObject Details() => new() { ["type"] = Type, [Type] = Type switch
    {
        "card" => CardDetails(),
        SandboxRules.CardPresent => CardPresentDetails(),
        "paypay" => [],
        _ => new JsonObject { ["fingerprint"] = null, ["transaction_id"] = StripeIds.Random(20) },
    } };

    private JsonObject Common() => new()
    {
        ["amount_authorized"] = null, ["brand"] = Card!.Brand, ["country"] = Card.Country, ["exp_month"] = 12, ["exp_year"] = 2034,
        ["funding"] = "credit", ["last4"] = Card.Number[^4..], ["network"] = Card.Brand, ["network_transaction_id"] = StripeIds.Random(15),
    };

    private JsonObject CardDetails()
    {
        var details = Common();
        foreach (var empty in new[] { "authorization_code", "electronic_commerce_indicator", "installments", "mandate", "regulated_status", "transaction_link_id", "wallet" })
            details[empty] = null;
        details["checks"] = new JsonObject { ["address_line1_check"] = null, ["address_postal_code_check"] = null, ["cvc_check"] = "pass" };
        return details;
    }

    private JsonObject CardPresentDetails()
    {
        var details = Common();
        foreach (var empty in new[] { "brand_product", "cardholder_name", "emv_auth_data", "fingerprint", "generated_card", "offline", "preferred_locales" })
            details[empty] = null;
        (details["incremental_authorization_supported"], details["overcapture_supported"], details["read_method"]) = (false, false, "contactless_emv");
        details["receipt"] = new JsonObject
        {
            ["account_type"] = "credit", ["application_cryptogram"] = StripeIds.Random(16), ["application_preferred_name"] = Card!.Brand,
            ["authorization_code"] = StripeIds.Random(6), ["authorization_response_code"] = "3030", ["cardholder_verification_method"] = null,
            ["dedicated_file_name"] = "A0000000031010", ["terminal_verification_results"] = "0000000000", ["transaction_status_information"] = "0000",
        };
        if (At is { } place)
            (details["reader"], details["location"]) = (place.Reader, place.Location ?? "");
        return details;
    }
}

/// <summary>A test card.</summary>
/// <param name="Number">As test cards are numbered: it belongs to nobody.</param>
/// <param name="Brand">Network.</param>
/// <param name="Country">Where it was issued (ISO 3166-1, two letters).</param>
/// <param name="Decline">Why its bank refuses it.</param>
internal sealed record SandboxCard(string Number, string Brand, string Country, SandboxDecline? Decline = null)
{
    private static readonly SandboxCard[] All =
    [
        new("4242424242424242", "visa", "US"), new("4000003920000003", "visa", "JP"), new("3530111333300000", "jcb", "JP"),
        new("5555555555554444", "mastercard", "US"), new(Korean, "visa", "KR"), new("4000001580000008", "visa", "TW"),
        new(Refused, "visa", "US", new("generic_decline", "Your card was declined.")),
        new(Poor, "visa", "US", new("insufficient_funds", "Your card has insufficient funds.")),
    ];

    public const string Usual = "4242424242424242";
    public const string Japanese = "4000003920000003";

    /// <summary>Made by the pattern of the published numbers per country.</summary>
    public const string Korean = "4000004100000003";
    public const string Refused = "4000000000000002";
    public const string Poor = "4000000000009995";

    /// <summary><c>null</c> for a number the sandbox does not know: real cards must never be typed in.</summary>
    public static SandboxCard? Find(string number) => All.SingleOrDefault(card => card.Number == number);
}

/// <summary>A bank's no.</summary>
/// <param name="Code">The decline code.</param>
/// <param name="Message">For the person who holds the card.</param>
internal sealed record SandboxDecline(string Code, string Message)
{
    /// <summary>The kind of error the decline is told as.</summary>
    public string Error { get; init; } = "card_declined";
}
