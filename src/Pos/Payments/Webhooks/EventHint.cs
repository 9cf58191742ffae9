using System.Text.Json;
using Tourism.Pos.Refunds;

namespace Tourism.Pos.Payments.Webhooks;

/// <summary>The little of an event's body that is looked at. Nothing in it moves money: it says which object to fetch.</summary>
internal sealed record EventHint(string Id, string Account, string Type, string? ObjectId, Guid? Payment, Guid? Refund)
{
    private const int LongestId = 200;

    /// <summary>True for the kinds of event that speak of our payments.</summary>
    public bool IsOurs => Is("checkout.session.") || Is("payment_intent.");

    /// <summary>True for the kinds of event that speak of money going back.</summary>
    public bool IsRefund => Is("refund.") || Is("charge.refund.");

    /// <summary>True for events about money on its way to our own bank; those of connected accounts are the shops' own.</summary>
    public bool IsPayout => Account.Length == 0 && Is("payout.");

    private bool Is(string kind) => Type.StartsWith(kind, StringComparison.Ordinal);

    /// <summary><c>null</c> when this is no event at all.</summary>
    public static EventHint? Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var subject = At(At(root, "data"), "object");
            return Text(root, "id") is { Length: <= LongestId } id && Text(root, "type") is { Length: <= LongestId } type
                ? new EventHint(id, Text(root, "account") ?? "", type, Text(subject, "id"), Named(subject, ProviderFacts.PaymentKey), Named(subject, StripeRefunds.Key))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Guid? Named(JsonElement? subject, string key) => Guid.TryParse(Text(At(subject, "metadata"), key), out var id) ? id : null;

    private static JsonElement? At(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var child) ? child : null;

    private static string? Text(JsonElement? parent, string name) =>
        At(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
