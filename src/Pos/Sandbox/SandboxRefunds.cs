using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Sandbox;

/// <summary>Refunds as the merchant sees them: never more than was paid.</summary>
internal sealed class SandboxRefunds(SandboxDesk desk, IDbContextFactory<PosDbContext> contexts)
{
    private static readonly HashSet<string> Known = ["payment_intent", "amount", "metadata[*]", "reason"];

    public Task<StripeReply> CreateAsync(string? key, StripeForm form, CancellationToken ct) =>
        desk.RunAsync(key, form.Fingerprint("POST refunds"), async (db, books) => await CreateAsync(db, books, form, ct), ct);

    public async Task<StripeReply> RetrieveAsync(string id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var refund = await db.Set<SandboxObject>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Kind == SandboxObject.Refund, ct);
        return refund is null ? StripeFault.NoSuch("refund", id).Reply : StripeReply.Of(refund.Read());
    }

    public async Task<StripeReply> ListAsync(StripeForm query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (page, more) = await SandboxPages.TakeAsync(SandboxPages.Of(db, SandboxObject.Refund, query), query, ct);
        return SandboxPages.Reply("/v1/refunds", [.. page.Select(refund => (JsonNode?)refund.Read())], more);
    }

    private static async Task<Result<StripeReply>> CreateAsync(PosDbContext db, SandboxBooks books, StripeForm form, CancellationToken ct)
    {
        if (form.Unknown(Known) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (form.Text("payment_intent") is not { } id)
            return StripeFault.Missing("payment_intent");
        if (await books.FindAsync(SandboxObject.Intent, id, ct) is not { } intent)
            return StripeFault.NoSuch("payment_intent", id);
        var left = (long)(intent.Read()["amount_received"] ?? 0) - await RefundedAsync(db, id, ct);
        if (left <= 0)
            return StripeFault.Invalid("The payment has not been paid or was refunded already.", "payment_intent", "charge_already_refunded");
        var amount = form.Number("amount") ?? left;
        if (amount < 1 || amount > left)
            return StripeFault.Invalid($"Refund amount ({amount}) is greater than unrefunded amount on charge ({left}).", "amount");
        // Changes the intent's version: of two refunds at once the second starts over and sees the first.
        intent.Write(intent.Read());
        db.Entry(intent).Property(row => row.Body).IsModified = true;
        return StripeReply.Of(Add(books, intent, amount, form));
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

    private static async Task<long> RefundedAsync(PosDbContext db, string intent, CancellationToken ct) =>
        (await db.Set<SandboxObject>().AsNoTracking().Where(row => row.Related == intent && row.Kind == SandboxObject.Refund).ToListAsync(ct))
        .Sum(refund => (long)refund.Read()["amount"]!);
}
