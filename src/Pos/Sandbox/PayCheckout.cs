using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Sandbox;

/// <summary>What a visitor may do on the sandbox's payment page.</summary>
internal enum CheckoutAct
{
    /// <summary>Card 4242 4242 4242 4242.</summary>
    Card,

    /// <summary>A card that its bank refuses.</summary>
    Declined,

    /// <summary>A wallet like PayPay.</summary>
    Wallet,
}

/// <summary>The visitor pays, or tries to.</summary>
internal sealed class PayCheckout(Writer<PosDbContext> writer, IDbContextFactory<PosDbContext> contexts, Bell<DeliverSandboxEvents> bell, TimeProvider clock)
{
    public async Task<JsonObject?> FindAsync(string id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var stored = await db.Set<SandboxObject>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Kind == SandboxObject.Session, ct);
        return stored?.Read();
    }

    /// <summary>The session afterwards; unchanged when it is no longer open. <c>null</c> for an unknown one.</summary>
    public async Task<JsonObject?> ActAsync(string id, CheckoutAct act, CancellationToken ct)
    {
        var done = await writer.RunAsync<JsonObject>(async db =>
        {
            var books = new SandboxBooks(db, clock.UtcMicros());
            if (await books.SessionAsync(id, ct) is not { } session)
                return StripeFault.NoSuch("checkout.session", id);
            if (SandboxBooks.Status(session) == "open")
                await TryPayAsync(books, session, act, ct);
            return session.Read();
        }, ct);
        bell.Ring();
        return done.Ok ? done.Value : null;
    }

    private static async Task TryPayAsync(SandboxBooks books, SandboxObject session, CheckoutAct act, CancellationToken ct)
    {
        var json = session.Read();
        var intent = session.Related is { } id ? await books.FindAsync(SandboxObject.Intent, id, ct) : null;
        intent ??= Begin(books, session, json);
        var charged = intent.Read();
        if (act == CheckoutAct.Declined)
            Decline(charged);
        else
            Succeed(charged, json);
        intent.Write(charged);
        session.Write(json);
        books.Tell(act == CheckoutAct.Declined ? "payment_intent.payment_failed" : "payment_intent.succeeded", charged);
        if (act != CheckoutAct.Declined)
            books.Tell("checkout.session.completed", json);
    }

    /// <summary>The provider makes the intent when somebody first tries to pay, not with the session.</summary>
    private static SandboxObject Begin(SandboxBooks books, SandboxObject session, JsonObject json)
    {
        var intent = StripeShapes.Intent();
        intent["id"] = session.Related = StripeIds.Intent();
        intent["created"] = StripeShapes.Unix(books.Now);
        intent["amount"] = (long)json["amount_total"]!;
        intent["metadata"] = JsonNode.Parse(session.Hidden!);
        intent["payment_method_types"] = json["payment_method_types"]!.DeepClone();
        json["payment_intent"] = session.Related;
        books.Tell("payment_intent.created", intent);
        return books.Add(SandboxObject.Intent, intent);
    }

    private static void Decline(JsonObject intent) => intent["last_payment_error"] = new JsonObject
    {
        ["type"] = "card_error", ["code"] = "card_declined", ["decline_code"] = "generic_decline", ["message"] = "Your card was declined.",
    };

    private static void Succeed(JsonObject intent, JsonObject session)
    {
        intent["status"] = "succeeded";
        intent["amount_received"] = (long)intent["amount"]!;
        intent["last_payment_error"] = null;
        intent["latest_charge"] = StripeIds.Charge();
        intent["payment_method"] = StripeIds.Method();
        session["status"] = "complete";
        session["payment_status"] = "paid";
        session["url"] = null;
    }
}
