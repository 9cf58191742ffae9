using System.Text.Json.Nodes;
using Tourism.Kernel;
using Tourism.Pos.Sandbox.Faults;
using Tourism.Pos.Sandbox.Intents;

namespace Tourism.Pos.Sandbox.Readers;

/// <summary>What happens at a reader that waits for a card.</summary>
internal static class ReaderAction
{
    /// <summary>The intent the reader waits for; <c>null</c> when it does not wait.</summary>
    public static string? Waiting(JsonObject reader) => reader["action"] is JsonObject action && (string)action["status"]! == "in_progress"
        ? (string?)action[ReaderShapes.Process]?["payment_intent"]
        : null;

    public static bool CustomerMayCancel(JsonObject reader) =>
        (bool?)reader["action"]?[ReaderShapes.Process]?["process_config"]?["enable_customer_cancellation"] == true;

    public static async Task<Result<JsonObject>> PresentAsync(SandboxBooks books, SandboxObject stored, SandboxCard card, CancellationToken ct)
    {
        var reader = stored.Read();
        if (Waiting(reader) is not { } id || await books.FindAsync(SandboxObject.Intent, id, ct) is not { } held)
            return StripeFault.Invalid("The reader is not waiting for a card.");
        var intent = held.Read();
        if ((string)intent["status"]! != "requires_payment_method")
            return Fail(books, stored, reader, "payment_intent_unexpected_state", "The payment was taken or ended elsewhere.");
        var at = (stored.Id, (string?)reader["location"]);
        if (await SandboxControls.TakeDeclineAsync(books, ct))
            card = SandboxCard.Find(SandboxCard.Refused)!;
        SandboxCharges.Try(books, intent, new SandboxMethod(SandboxRules.CardPresent) { Card = card, At = at });
        held.Write(intent);
        if (card.Decline is { } decline)
            return Fail(books, stored, reader, decline.Error, decline.Message, decline.Code);
        reader["action"]!["status"] = "succeeded";
        stored.Write(reader);
        books.Tell("terminal.reader.action_succeeded", reader);
        return reader;
    }

    public static Result<JsonObject> CustomerCancels(SandboxBooks books, SandboxObject stored)
    {
        var reader = stored.Read();
        return Waiting(reader) is not null && CustomerMayCancel(reader)
            ? Fail(books, stored, reader, "customer_canceled", "The customer canceled the payment.")
            : StripeFault.Invalid("The reader does not let the customer cancel now.");
    }

    private static JsonObject Fail(SandboxBooks books, SandboxObject stored, JsonObject reader, string code, string message, string? decline = null)
    {
        var action = reader["action"]!;
        (action["status"], action["failure_code"], action["failure_message"]) = ("failed", code, message);
        if (decline is not null)
            action["api_error"] = new JsonObject { ["type"] = "card_error", ["code"] = code, ["decline_code"] = decline, ["message"] = message };
        stored.Write(reader);
        books.Tell("terminal.reader.action_failed", reader);
        return reader;
    }
}
