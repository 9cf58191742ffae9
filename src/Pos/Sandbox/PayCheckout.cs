using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sandbox.Faults;
using Tourism.Pos.Sandbox.Intents;

namespace Tourism.Pos.Sandbox;

/// <summary>What a visitor may do on the sandbox's payment page.</summary>
internal enum CheckoutAct
{
    /// <summary>Card 4242 4242 4242 4242.</summary>
    Card,

    /// <summary>A card from Korea.</summary>
    Foreign,

    /// <summary>A card that its bank refuses.</summary>
    Declined,

    /// <summary>PayPay.</summary>
    Wallet,

    /// <summary>WeChat Pay.</summary>
    WechatPay,

    /// <summary>Alipay.</summary>
    Alipay,

    /// <summary>A wallet that answers after the page is done.</summary>
    Later,

    /// <summary>That wallet paid.</summary>
    Arrives,

    /// <summary>That wallet did not.</summary>
    Fails,
}

/// <summary>The visitor pays, or tries to.</summary>
internal sealed class PayCheckout(SandboxDesk desk, IDbContextFactory<PosDbContext> contexts)
{
    /// <summary>The session with its intent; <c>null</c> for an unknown one.</summary>
    public async Task<JsonObject?> FindAsync(string id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var stored = await db.Set<SandboxObject>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Kind == SandboxObject.Session, ct);
        var session = stored?.Read();
        if (session is not null)
            await SandboxExpand.FollowAsync(db, session, new[] { "payment_intent" }, ct);
        return session;
    }

    /// <summary>The session afterwards; unchanged when that is not possible any more. <c>null</c> for an unknown one.</summary>
    public async Task<JsonObject?> ActAsync(string id, CheckoutAct act, CancellationToken ct)
    {
        var done = await desk.WriteAsync<JsonObject>(async books =>
        {
            if (await books.SessionAsync(id, ct) is not { } session)
                return StripeFault.NoSuch(SandboxObject.Session, id);
            var json = session.Read();
            if (act is CheckoutAct.Arrives or CheckoutAct.Fails)
                await AnswerAsync(books, session, json, act == CheckoutAct.Arrives, ct);
            else if ((string)json["status"]! == "open")
                await TryPayAsync(books, session, json, act, ct);
            session.Write(json);
            return json;
        }, null, ct);
        return done.Ok ? done.Value : null;
    }

    private static async Task TryPayAsync(SandboxBooks books, SandboxObject session, JsonObject json, CheckoutAct act, CancellationToken ct)
    {
        var stored = session.Related is { } id ? await books.FindAsync(SandboxObject.Intent, id, ct) : null;
        stored ??= Begin(books, session, json);
        var intent = stored.Read();
        if (await SandboxControls.TakeDeclineAsync(books, ct))
            act = CheckoutAct.Declined;
        SandboxCharges.Try(books, intent, MethodOf(act, json), now: act != CheckoutAct.Later);
        stored.Write(intent);
        if ((string)intent["status"]! == "requires_payment_method")
            return;
        (json["status"], json["url"]) = ("complete", null);
        json["payment_status"] = act == CheckoutAct.Later ? "unpaid" : "paid";
        books.Tell("checkout.session.completed", json);
    }

    private static SandboxMethod MethodOf(CheckoutAct act, JsonObject session) => act switch
    {
        CheckoutAct.Foreign => new("card") { Card = SandboxCard.Find(SandboxCard.Korean) },
        CheckoutAct.Declined => new("card") { Card = SandboxCard.Find(SandboxCard.Refused) },
        CheckoutAct.Wallet => new("paypay"),
        CheckoutAct.WechatPay => new("wechat_pay"),
        CheckoutAct.Alipay => new("alipay"),
        CheckoutAct.Later => new(session["payment_method_types"]!.AsArray().Select(type => (string)type!).FirstOrDefault(type => type != "card") ?? "paypay"),
        _ => new("card") { Card = SandboxCard.Find(SandboxCard.Usual) },
    };

    /// <summary>The provider makes the intent when somebody first tries to pay, not with the session.</summary>
    private static SandboxObject Begin(SandboxBooks books, SandboxObject session, JsonObject json)
    {
        var intent = StripeShapes.Intent();
        foreach (var (name, value) in JsonNode.Parse(session.Hidden!)!.AsObject())
            intent[name] = value?.DeepClone();
        var stored = CreateIntent.Begin(books, intent, (long)json["amount_total"]!, json["payment_method_types"]!.DeepClone().AsArray());
        json["payment_intent"] = session.Related = stored.Id;
        return stored;
    }

    private static async Task AnswerAsync(SandboxBooks books, SandboxObject session, JsonObject json, bool paid, CancellationToken ct)
    {
        if (session.Related is not { } id || await books.FindAsync(SandboxObject.Intent, id, ct) is not { } stored || SandboxBooks.Status(stored) != "processing")
            return;
        var intent = stored.Read();
        await SandboxCharges.SettleAsync(books, intent, paid, ct);
        stored.Write(intent);
        if (paid)
            json["payment_status"] = "paid";
        books.Tell(paid ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed", json);
    }
}
