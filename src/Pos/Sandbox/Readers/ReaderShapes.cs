using System.Text.Json.Nodes;

namespace Tourism.Pos.Sandbox.Readers;

/// <summary>Readers, their places and what they are doing, with every field the API promises.</summary>
internal static class ReaderShapes
{
    public const string Process = "process_payment_intent";
    public const string Display = "set_reader_display";

    public static JsonObject Location(string id, string name, JsonObject address) => new()
    {
        ["id"] = id, ["object"] = SandboxObject.Location, ["address"] = address, ["display_name"] = name, ["livemode"] = false, ["metadata"] = new JsonObject(),
    };

    public static JsonObject Address(string? state, string? city, string? line, string? postalCode) => new()
    {
        ["city"] = city, ["country"] = "JP", ["line1"] = line, ["line2"] = null, ["postal_code"] = postalCode, ["state"] = state,
    };

    public static JsonObject Reader(string id, string label, string? location, DateTime now) => new()
    {
        ["id"] = id, ["object"] = SandboxObject.Reader, ["action"] = null, ["device_sw_version"] = null, ["device_type"] = "simulated_stripe_s700",
        ["ip_address"] = null, ["label"] = label, ["last_seen_at"] = StripeShapes.Unix(now), ["livemode"] = false, ["location"] = location,
        ["metadata"] = new JsonObject(), ["serial_number"] = id[^8..], ["status"] = "online",
    };

    public static JsonObject Action(string type, JsonObject what, string status) => new()
    {
        ["api_error"] = null, ["failure_code"] = null, ["failure_message"] = null, [type] = what, ["status"] = status, ["type"] = type,
    };
}
