using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox;

/// <summary>Refunds as the merchant sees them: never more than was paid.</summary>
internal static class SandboxRefunds
{
    private static readonly HashSet<string> Known = ["payment_intent", "amount", "metadata[*]", "reason", "expand[]"];

    public static async Task<Result<JsonObject>> CreateAsync(SandboxCall call)
    {
        var (books, form) = (call.Books, call.Form);
        if (form.Unknown(Known) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (form.Text("payment_intent") is not { } id)
            return StripeFault.Missing("payment_intent");
        if (await books.FindAsync(SandboxObject.Intent, id, call.Ct) is not { } intent)
            return StripeFault.NoSuch(SandboxObject.Intent, id);
        var left = (long)(intent.Read()["amount_received"] ?? 0) - await RefundedAsync(books, id, call.Ct);
        if (left <= 0)
            return StripeFault.Invalid("The payment has not been paid or was refunded already.", "payment_intent", "charge_already_refunded");
        var amount = form.Number("amount") ?? left;
        if (amount < 1 || amount > left)
            return StripeFault.Invalid($"Refund amount ({amount}) is greater than unrefunded amount on charge ({left}).", "amount");
        // Changes the intent's version: of two refunds at once the second starts over and sees the first.
        books.Db.Entry(intent).Property(row => row.Body).IsModified = true;
        return Add(books, intent, amount, form);
    }

    private static JsonObject Add(SandboxBooks books, SandboxObject intent, long amount, StripeForm form)
    {
        var json = new JsonObject
        {
            ["id"] = StripeIds.Refund(), ["object"] = "refund", ["amount"] = amount, ["balance_transaction"] = null,
            ["charge"] = (string?)intent.Read()["latest_charge"], ["created"] = StripeShapes.Unix(books.Now), ["currency"] = "jpy", ["customer"] = null,
            ["customer_account"] = null, ["metadata"] = StripeShapes.Map(form.Map("metadata")), ["payment_intent"] = intent.Id, ["payment_method"] = null,
            ["reason"] = form.Text("reason"), ["receipt_number"] = null, ["source_transfer_reversal"] = null, ["status"] = "succeeded", ["transfer_reversal"] = null,
        };
        books.Add(SandboxObject.Refund, json).Related = intent.Id;
        books.Tell("refund.created", json);
        return json;
    }

    private static async Task<long> RefundedAsync(SandboxBooks books, string intent, CancellationToken ct) =>
        (await books.Db.Set<SandboxObject>().AsNoTracking().Where(row => row.Related == intent && row.Kind == SandboxObject.Refund).ToListAsync(ct))
        .Sum(refund => (long)refund.Read()["amount"]!);
}
