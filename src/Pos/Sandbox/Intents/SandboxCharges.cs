using System.Text.Json.Nodes;
using Tourism.Pos.Sandbox.Money;

namespace Tourism.Pos.Sandbox.Intents;

/// <summary>What becomes of an intent when somebody pays, with the charge and the events that tell of it. The caller writes the intent afterwards.</summary>
internal static class SandboxCharges
{
    private static readonly SandboxDecline WalletSaidNo = new("generic_decline", "The wallet did not pay.") { Error = "payment_method_provider_decline" };

    /// <summary>The card is good or refused on the spot; a wallet that is not <paramref name="now"/> answers later.</summary>
    public static SandboxObject Try(SandboxBooks books, JsonObject intent, SandboxMethod by, bool now = true)
    {
        var charge = ChargeShapes.Charge(intent, by, books.Now);
        var stored = books.Add(SandboxObject.Charge, charge);
        stored.Related = (string)intent["id"]!;
        intent["latest_charge"] = stored.Id;
        intent["payment_method"] = (string)charge["payment_method"]!;
        if (!now)
            Wait(books, intent, charge);
        else if (by.Decline is { } decline)
            Fail(books, intent, charge, decline);
        else if ((string)intent["capture_method"]! == "manual")
            Hold(books, intent, charge);
        else
            Succeed(books, intent, charge);
        stored.Write(charge);
        stored.Group = (string?)charge["transfer_group"];
        return stored;
    }

    /// <summary>The wallet of an intent that is processing has answered.</summary>
    public static async Task SettleAsync(SandboxBooks books, JsonObject intent, bool paid, CancellationToken ct)
    {
        var stored = await ChargeAsync(books, intent, ct);
        var charge = stored.Read();
        if (paid)
            Succeed(books, intent, charge);
        else
            Fail(books, intent, charge, WalletSaidNo);
        stored.Write(charge);
    }

    public static async Task CaptureAsync(SandboxBooks books, JsonObject intent, long amount, CancellationToken ct)
    {
        var stored = await ChargeAsync(books, intent, ct);
        var charge = stored.Read();
        charge["amount_refunded"] = (long)charge["amount"]! - amount;
        Take(books, intent, charge, amount);
        books.Tell("charge.captured", charge);
        books.Tell("payment_intent.succeeded", intent);
        stored.Write(charge);
    }

    public static async Task CancelAsync(SandboxBooks books, JsonObject intent, string? reason, CancellationToken ct)
    {
        if ((string)intent["status"]! == "requires_capture")
            await ReleaseAsync(books, intent, ct);
        intent["status"] = "canceled";
        intent["canceled_at"] = StripeShapes.Unix(books.Now);
        intent["cancellation_reason"] = reason;
        books.Tell("payment_intent.canceled", intent);
    }

    private static async Task<SandboxObject> ChargeAsync(SandboxBooks books, JsonObject intent, CancellationToken ct) =>
        (await books.FindAsync(SandboxObject.Charge, (string)intent["latest_charge"]!, ct))!;

    private static async Task ReleaseAsync(SandboxBooks books, JsonObject intent, CancellationToken ct)
    {
        var stored = await ChargeAsync(books, intent, ct);
        var charge = stored.Read();
        (charge["refunded"], charge["amount_refunded"], intent["amount_capturable"]) = (true, (long)charge["amount"]!, 0);
        books.Tell("charge.refunded", charge);
        stored.Write(charge);
    }

    private static void Wait(SandboxBooks books, JsonObject intent, JsonObject charge)
    {
        intent["status"] = "processing";
        intent["last_payment_error"] = null;
        books.Tell("charge.pending", charge);
        books.Tell("payment_intent.processing", intent);
    }

    private static void Hold(SandboxBooks books, JsonObject intent, JsonObject charge)
    {
        Approve(intent, charge);
        intent["status"] = "requires_capture";
        intent["amount_capturable"] = (long)intent["amount"]!;
        books.Tell("charge.succeeded", charge);
        books.Tell("payment_intent.amount_capturable_updated", intent);
    }

    private static void Succeed(SandboxBooks books, JsonObject intent, JsonObject charge)
    {
        Approve(intent, charge);
        Take(books, intent, charge, (long)intent["amount"]!);
        books.Tell("charge.succeeded", charge);
        books.Tell("payment_intent.succeeded", intent);
    }

    private static void Approve(JsonObject intent, JsonObject charge)
    {
        intent["last_payment_error"] = null;
        (charge["status"], charge["paid"], charge["outcome"]) = ("succeeded", true, ChargeShapes.Outcome(null));
    }

    private static void Take(SandboxBooks books, JsonObject intent, JsonObject charge, long amount)
    {
        (intent["status"], intent["amount_received"], intent["amount_capturable"]) = ("succeeded", amount, 0);
        (charge["captured"], charge["amount_captured"]) = (true, amount);
        var wallet = !((string)charge["payment_method_details"]!["type"]!).StartsWith("card", StringComparison.Ordinal);
        var movement = SandboxLedger.Book(books, wallet ? "payment" : "charge", (string)charge["id"]!, amount, "charge", SandboxLedger.FeeOf(amount));
        charge["balance_transaction"] = movement.Id;
        SandboxTransfers.Follow(books, intent, charge);
    }

    private static void Fail(SandboxBooks books, JsonObject intent, JsonObject charge, SandboxDecline decline)
    {
        (charge["status"], charge["failure_code"], charge["failure_message"]) = ("failed", decline.Error, decline.Message);
        charge["outcome"] = ChargeShapes.Outcome(decline);
        intent["status"] = "requires_payment_method";
        intent["payment_method"] = null;
        intent["last_payment_error"] = new JsonObject
        {
            ["type"] = "card_error", ["code"] = decline.Error, ["decline_code"] = decline.Code, ["message"] = decline.Message,
            ["charge"] = (string)charge["id"]!, ["payment_method_type"] = (string)charge["payment_method_details"]!["type"]!,
        };
        books.Tell("charge.failed", charge);
        books.Tell("payment_intent.payment_failed", intent);
    }
}
