using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox.Money;

/// <summary>The platform's account at the provider: every yen that comes or goes is a balance transaction, available at once.</summary>
internal static class SandboxLedger
{
    /// <summary>The sandbox's own fee for every payment, per thousand, rounded down; a real account's contract says something else.</summary>
    private const int FeePerMille = 36;

    public static long FeeOf(long amount) => amount * FeePerMille / 1000;

    /// <summary>Books what moves and returns the id of the transaction.</summary>
    /// <param name="books">Where.</param>
    /// <param name="type">As the API names it.</param>
    /// <param name="source">The object that moves money.</param>
    /// <param name="amount">In yen, negative when it leaves.</param>
    /// <param name="fee">In yen.</param>
    /// <param name="category">How reports call it.</param>
    public static SandboxObject Book(SandboxBooks books, string type, string source, long amount, string category, long fee = 0)
    {
        var json = new JsonObject
        {
            ["id"] = StripeIds.Movement(), ["object"] = SandboxObject.Movement, ["amount"] = amount, ["available_on"] = StripeShapes.Unix(books.Now),
            ["balance_type"] = "payments", ["created"] = StripeShapes.Unix(books.Now), ["currency"] = "jpy", ["description"] = null, ["exchange_rate"] = null,
            ["fee"] = fee, ["fee_details"] = fee == 0 ? [] : new JsonArray(FeeDetail(fee)), ["net"] = amount - fee, ["reporting_category"] = category,
            ["source"] = source, ["status"] = "available", ["type"] = type,
        };
        var stored = books.Add(SandboxObject.Movement, json, net: amount - fee);
        (stored.Related, stored.Sort) = (source, type);
        return stored;
    }

    /// <summary>What the account holds, in yen.</summary>
    public static async Task<long> BalanceAsync(SandboxBooks books, CancellationToken ct) =>
        await books.Db.Set<SandboxObject>().Where(row => row.Kind == SandboxObject.Movement).SumAsync(row => row.Net, ct) ?? 0;

    public static async Task<Result<JsonObject>> ShowBalanceAsync(SandboxCall call)
    {
        var amount = await BalanceAsync(call.Books, call.Ct);
        return new JsonObject
        {
            ["object"] = "balance", ["livemode"] = false, ["available"] = new JsonArray(Part(amount)), ["pending"] = new JsonArray(Part(0)),
        };
    }

    private static JsonObject Part(long amount) => new() { ["amount"] = amount, ["currency"] = "jpy", ["source_types"] = new JsonObject { ["card"] = amount } };

    private static JsonObject FeeDetail(long fee) => new()
    {
        ["amount"] = fee, ["application"] = null, ["currency"] = "jpy", ["description"] = "Sandbox processing fees", ["type"] = "stripe_fee",
    };
}
