using System.Text.Json.Nodes;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox.Money;

/// <summary>The visitor's bank or wallet has answered: the refund arrived, or the money is back. A card's may come back even after it arrived.</summary>
internal static class SettleRefund
{
    /// <summary>Written on a refund that will fail when its time comes.</summary>
    public const string WillFail = "fails";

    public static async Task<Result<JsonObject>> RunAsync(SandboxBooks books, SandboxObject stored, bool arrived, CancellationToken ct)
    {
        var refund = stored.Read();
        var status = (string)refund["status"]!;
        if (status == "failed" || (arrived && status == "succeeded"))
            return StripeFault.Unexpected($"The refund is {status} already.");
        refund["status"] = arrived ? "succeeded" : "failed";
        refund.Remove("pending_reason");
        stored.ExpiresAt = null;
        if (!arrived)
            await ComeBackAsync(books, stored, refund, ct);
        stored.Write(refund);
        books.Tell(arrived ? "refund.updated" : "refund.failed", refund);
        return refund;
    }

    /// <summary>Writes on the charge how much of it was given back; less, when a refund failed.</summary>
    public static void Note(SandboxBooks books, SandboxObject stored, JsonObject charge, long amount)
    {
        charge["amount_refunded"] = (long)charge["amount_refunded"]! + amount;
        charge["refunded"] = (long)charge["amount_refunded"]! >= (long)charge["amount"]!;
        stored.Write(charge);
        books.Tell(amount > 0 ? "charge.refunded" : "charge.updated", charge);
    }

    private static async Task ComeBackAsync(SandboxBooks books, SandboxObject stored, JsonObject refund, CancellationToken ct)
    {
        var amount = (long)refund["amount"]!;
        refund["failure_reason"] = "expired_or_canceled_card";
        refund["failure_balance_transaction"] = SandboxLedger.Book(books, "refund_failure", stored.Id, amount, "refund_failure").Id;
        var charge = (await books.FindAsync(SandboxObject.Charge, stored.Group!, ct))!;
        Note(books, charge, charge.Read(), -amount);
    }
}
