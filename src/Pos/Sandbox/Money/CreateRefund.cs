using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Sandbox.Faults;

namespace Tourism.Pos.Sandbox.Money;

/// <summary>Gives money back: never more than was paid. Cards are done at once, wallets say so later.</summary>
internal static class CreateRefund
{
    private static readonly HashSet<string> Known = ["payment_intent", "charge", "amount", "metadata[*]", "reason", "reverse_transfer", "refund_application_fee", "expand[]"];
    private static readonly string[] AtOnce = ["card", SandboxRules.CardPresent];
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    public static async Task<Result<JsonObject>> HandleAsync(SandboxCall call)
    {
        if ((call.Form.Unknown(Known) is { } unknown ? StripeFault.Unknown(unknown) : SandboxRules.Metadata(call.Form)) is { } refused)
            return refused;
        var found = await ChargeAsync(call);
        if (!found.Ok)
            return found.Failure;
        var charge = found.Value.Read();
        var left = (long)charge["amount_captured"]! - await RefundedAsync(call, found.Value.Id);
        var amount = call.Form.Number("amount") ?? left;
        if (left <= 0)
            return StripeFault.Invalid("The payment has not been paid or was refunded already.", "payment_intent", "charge_already_refunded");
        return amount < 1 || amount > left
            ? StripeFault.Invalid($"Refund amount ({amount}) is greater than unrefunded amount on charge ({left}).", "amount")
            : await GiveAsync(call, found.Value, charge, amount);
    }

    private static async Task<Result<JsonObject>> GiveAsync(SandboxCall call, SandboxObject stored, JsonObject charge, long amount)
    {
        var refund = Shape(call, charge, amount);
        if (call.Form.Text("reverse_transfer") == "true" && await ReverseAsync(call, charge, refund) is { } refused)
            return refused;
        var fails = await SandboxControls.TakeFailingRefundAsync(call.Books, call.Ct);
        if (fails)
            (refund["status"], refund["pending_reason"]) = ("pending", "processing");
        Add(call.Books, stored, charge, refund).Hidden = fails ? SettleRefund.WillFail : null;
        return refund;
    }

    private static async Task<Result<SandboxObject>> ChargeAsync(SandboxCall call)
    {
        if (call.Form.Text("charge") is { } charge)
            return await call.Books.FindAsync(SandboxObject.Charge, charge, call.Ct) is { } found ? found : StripeFault.NoSuch(SandboxObject.Charge, charge);
        if (call.Form.Text("payment_intent") is not { } id)
            return StripeFault.Missing("payment_intent");
        if (await call.Books.FindAsync(SandboxObject.Intent, id, call.Ct) is not { } intent)
            return StripeFault.NoSuch(SandboxObject.Intent, id);
        return (string?)intent.Read()["latest_charge"] is { } latest
            ? (await call.Books.FindAsync(SandboxObject.Charge, latest, call.Ct))!
            : StripeFault.Invalid("This PaymentIntent does not have a successful charge to refund.", "payment_intent");
    }

    /// <summary>What was given back and did not come back itself.</summary>
    private static async Task<long> RefundedAsync(SandboxCall call, string charge) =>
        (await call.Books.Db.Set<SandboxObject>().AsNoTracking().Where(row => row.Group == charge && row.Kind == SandboxObject.Refund).ToListAsync(call.Ct))
        .Select(row => row.Read()).Where(refund => (string)refund["status"]! != "failed").Sum(refund => (long)refund["amount"]!);

    private static JsonObject Shape(SandboxCall call, JsonObject charge, long amount)
    {
        var (method, refund) = ((string)charge["payment_method_details"]!["type"]!, new JsonObject());
        foreach (var empty in new[] { "balance_transaction", "customer", "customer_account", "payment_method", "receipt_number", "source_transfer_reversal", "transfer_reversal" })
            refund[empty] = null;
        (refund["id"], refund["object"], refund["amount"], refund["currency"]) = (StripeIds.Refund(), SandboxObject.Refund, amount, "jpy");
        (refund["charge"], refund["payment_intent"]) = ((string)charge["id"]!, (string)charge["payment_intent"]!);
        (refund["created"], refund["metadata"]) = (StripeShapes.Unix(call.Books.Now), StripeShapes.Map(call.Form.Map("metadata")));
        (refund["reason"], refund["status"]) = (call.Form.Text("reason"), AtOnce.Contains(method) ? "succeeded" : "pending");
        if ((string)refund["status"]! == "pending")
            refund["pending_reason"] = "processing";
        return refund;
    }

    /// <summary>The shop gives its part back: of a partial refund, its part of that part.</summary>
    private static async Task<StripeFault?> ReverseAsync(SandboxCall call, JsonObject charge, JsonObject refund)
    {
        if ((string?)charge["transfer"] is not { } id || await call.Books.FindAsync(SandboxObject.Transfer, id, call.Ct) is not { } stored)
            return StripeFault.Invalid("The charge has no transfer to reverse.", "reverse_transfer");
        var transfer = stored.Read();
        var part = (long)transfer["amount"]! * (long)refund["amount"]! / (long)charge["amount_captured"]!;
        if (Math.Min(part, SandboxTransfers.Left(transfer)) is var amount and > 0)
            refund["transfer_reversal"] = (string)SandboxTransfers.Reverse(call.Books, stored, amount, (string)refund["id"]!)["id"]!;
        return null;
    }

    private static SandboxObject Add(SandboxBooks books, SandboxObject stored, JsonObject charge, JsonObject refund)
    {
        var (id, amount, now) = ((string)refund["id"]!, (long)refund["amount"]!, (string)refund["status"]! == "succeeded");
        var type = (string)charge["payment_method_details"]!["type"]!;
        refund["balance_transaction"] = SandboxLedger.Book(books, AtOnce.Contains(type) ? "refund" : "payment_refund", id, -amount, "refund").Id;
        var row = books.Add(SandboxObject.Refund, refund, now ? null : books.Now + Later);
        (row.Related, row.Group) = ((string)refund["payment_intent"]!, stored.Id);
        SettleRefund.Note(books, stored, charge, amount);
        books.Tell("refund.created", refund);
        return row;
    }
}
