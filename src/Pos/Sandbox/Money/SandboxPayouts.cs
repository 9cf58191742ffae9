using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox.Money;

/// <summary>Money on its way from the provider to the platform's bank: it arrives a day later, or comes back.</summary>
internal static class SandboxPayouts
{
    private static readonly HashSet<string> Known = ["amount", "currency", "metadata[*]", "description", "statement_descriptor", "expand[]"];
    private static readonly TimeSpan Travel = TimeSpan.FromDays(1);

    /// <summary>Somebody asks for an amount.</summary>
    public static async Task<Result<JsonObject>> CreateAsync(SandboxCall call)
    {
        var form = call.Form;
        if (form.Unknown(Known) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (form.Number("amount") is not > 0)
            return StripeFault.Invalid("Invalid integer.", "amount", "parameter_invalid_integer");
        if (form.Text("currency") != "jpy")
            return StripeFault.Invalid("This sandbox knows jpy only.", "currency");
        if (form.Number("amount") > await SandboxLedger.BalanceAsync(call.Books, call.Ct))
            return StripeFault.Unexpected("You have insufficient funds in your Stripe account for this payout.", "balance_insufficient");
        return Make(call.Books, StripeIds.Payout(), form.Number("amount")!.Value, automatic: false, form.Map("metadata")).Read();
    }

    /// <summary>
    /// The payout of the day: everything booked since the last one. Each of those transactions names it afterwards, so that the sum of their net
    /// without the payout's own row is the payout.
    /// </summary>
    public static async Task<Result<JsonObject>> MakeDailyAsync(SandboxBooks books, CancellationToken ct)
    {
        var id = StripeIds.Payout();
        var rows = books.Db.Set<SandboxObject>().Where(row => row.Kind == SandboxObject.Movement);
        await rows.Where(row => row.Group == null).ExecuteUpdateAsync(change => change.SetProperty(row => row.Group, id), ct);
        var amount = await rows.Where(row => row.Group == id).SumAsync(row => row.Net, ct) ?? 0;
        if (amount < 1)
            return StripeFault.Invalid("There is nothing to pay out.", null, "balance_insufficient");
        var payout = Make(books, id, amount, automatic: true, []);
        books.Tell("payout.reconciliation_completed", payout.Read());
        return payout.Read();
    }

    /// <summary>The bank has answered; a payout that was paid may still come back.</summary>
    public static Result<JsonObject> Settle(SandboxBooks books, SandboxObject stored, bool paid)
    {
        var payout = stored.Read();
        if ((string)payout["status"]! == "failed" || (paid && (string)payout["status"]! == "paid"))
            return StripeFault.Unexpected($"The payout is {(string)payout["status"]!} already.");
        payout["status"] = stored.Sort = paid ? "paid" : "failed";
        stored.ExpiresAt = null;
        if (!paid)
        {
            (payout["failure_code"], payout["failure_message"]) = ("account_closed", "The bank account has been closed.");
            payout["failure_balance_transaction"] = SandboxLedger.Book(books, "payout_failure", stored.Id, (long)payout["amount"]!, "payout_reversal").Id;
        }

        stored.Write(payout);
        books.Tell(paid ? "payout.paid" : "payout.failed", payout);
        return payout;
    }

    private static SandboxObject Make(SandboxBooks books, string id, long amount, bool automatic, Dictionary<string, string> metadata)
    {
        var arrival = books.Now + Travel;
        var movement = SandboxLedger.Book(books, "payout", id, -amount, "payout");
        movement.Group = automatic ? id : null;
        var json = new JsonObject
        {
            ["id"] = id, ["object"] = SandboxObject.Payout, ["amount"] = amount, ["application_fee"] = null, ["application_fee_amount"] = null,
            ["arrival_date"] = StripeShapes.Unix(arrival), ["automatic"] = automatic, ["balance_transaction"] = movement.Id, ["created"] = StripeShapes.Unix(books.Now),
            ["currency"] = "jpy", ["description"] = null, ["destination"] = null, ["failure_balance_transaction"] = null, ["failure_code"] = null,
            ["failure_message"] = null, ["livemode"] = false, ["metadata"] = StripeShapes.Map(metadata), ["method"] = "standard", ["original_payout"] = null,
            ["payout_method"] = null, ["reconciliation_status"] = automatic ? "completed" : "not_applicable", ["reversed_by"] = null, ["source_type"] = "card",
            ["statement_descriptor"] = null, ["status"] = "in_transit", ["trace_id"] = null, ["type"] = "bank_account",
        };
        var stored = books.Add(SandboxObject.Payout, json, arrival);
        stored.Sort = "in_transit";
        books.Tell("payout.created", json);
        return stored;
    }
}
