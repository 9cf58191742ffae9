using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Tourism.Pos.Sandbox.Money;

/// <summary>Money passed on to shops' own accounts.</summary>
internal static class SandboxTransfers
{
    public static JsonObject Make(SandboxBooks books, string destination, long amount, string? charge, string? group, Dictionary<string, string>? metadata = null)
    {
        var id = StripeIds.Transfer();
        var json = new JsonObject
        {
            ["id"] = id, ["object"] = SandboxObject.Transfer, ["amount"] = amount, ["amount_reversed"] = 0,
            ["balance_transaction"] = SandboxLedger.Book(books, "transfer", id, -amount, "transfer").Id, ["created"] = StripeShapes.Unix(books.Now), ["currency"] = "jpy",
            ["description"] = null, ["destination"] = destination, ["livemode"] = false, ["metadata"] = StripeShapes.Map(metadata ?? []),
            ["reversals"] = SandboxPages.List($"/v1/transfers/{id}/reversals", [], more: false), ["reversed"] = false, ["source_transaction"] = charge,
            ["source_type"] = "card", ["transfer_group"] = group,
        };
        var stored = books.Add(SandboxObject.Transfer, json);
        (stored.Related, stored.Group, stored.Sort) = (charge, group, destination);
        books.Tell("transfer.created", json);
        return json;
    }

    /// <summary>A charge that names a destination passes its money on by itself, all of it or the part asked for.</summary>
    public static void Follow(SandboxBooks books, JsonObject intent, JsonObject charge)
    {
        if (intent["transfer_data"] is not { } part)
            return;
        var group = (string?)intent["transfer_group"] ?? $"group_{(string)intent["id"]!}";
        (intent["transfer_group"], charge["transfer_group"]) = (group, group);
        var amount = Math.Min((long?)part["amount"] ?? long.MaxValue, (long)charge["amount_captured"]!);
        charge["transfer"] = (string)Make(books, (string)part["destination"]!, amount, (string)charge["id"]!, group)["id"]!;
        if ((long?)intent["application_fee_amount"] is { } fee)
            SandboxLedger.Book(books, "application_fee", (string)charge["id"]!, fee, "platform_earning");
    }

    /// <summary>Takes money back from a shop's account.</summary>
    public static JsonObject Reverse(SandboxBooks books, SandboxObject stored, long amount, string? refund = null, Dictionary<string, string>? metadata = null)
    {
        var (transfer, id) = (stored.Read(), StripeIds.Reversal());
        var json = new JsonObject
        {
            ["id"] = id, ["object"] = SandboxObject.Reversal, ["amount"] = amount,
            ["balance_transaction"] = SandboxLedger.Book(books, "transfer_refund", stored.Id, amount, "transfer_reversal").Id, ["created"] = StripeShapes.Unix(books.Now),
            ["currency"] = "jpy", ["destination_payment_refund"] = null, ["metadata"] = StripeShapes.Map(metadata ?? []), ["source_refund"] = refund, ["transfer"] = stored.Id,
        };
        books.Add(SandboxObject.Reversal, json).Related = stored.Id;
        transfer["amount_reversed"] = (long)transfer["amount_reversed"]! + amount;
        transfer["reversed"] = Left(transfer) == 0;
        transfer["reversals"]!["data"]!.AsArray().Insert(0, json.DeepClone());
        stored.Write(transfer);
        books.Tell("transfer.reversed", transfer);
        return json;
    }

    /// <summary>What can still be taken back.</summary>
    public static long Left(JsonObject transfer) => (long)transfer["amount"]! - (long)transfer["amount_reversed"]!;

    /// <summary>What of a charge is with shops now.</summary>
    public static async Task<long> PassedOnAsync(SandboxBooks books, string charge, CancellationToken ct) =>
        (await books.Db.Set<SandboxObject>().AsNoTracking().Where(row => row.Related == charge && row.Kind == SandboxObject.Transfer).ToListAsync(ct))
        .Sum(row => Left(row.Read()));
}
