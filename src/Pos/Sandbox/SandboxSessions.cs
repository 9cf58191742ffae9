using System.Text.Json.Nodes;
using Tourism.Kernel;
using Tourism.Pos.Http;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Sandbox;

/// <summary>Checkout sessions as the merchant sees them.</summary>
internal sealed class SandboxSessions(SandboxDesk desk, PublicAddress address)
{
    public const string NotOpen = "Only Checkout Sessions with a status in [\"open\"] can be expired.";

    public Task<StripeReply> CreateAsync(string? key, StripeForm form, CancellationToken ct) =>
        desk.RunAsync(key, form.Fingerprint("POST checkout/sessions"), (_, books) => Task.FromResult(Create(books, form)), ct);

    public Task<StripeReply> RetrieveAsync(string id, StripeForm query, CancellationToken ct) => desk.RunAsync(null, "", async (_, books) =>
        await books.SessionAsync(id, ct) is { } session
            ? StripeReply.Of(await ShowAsync(books, session, query.Expands("payment_intent"), ct))
            : StripeFault.NoSuch("checkout.session", id), ct);

    public Task<StripeReply> ExpireAsync(string? key, string id, StripeForm form, CancellationToken ct) =>
        desk.RunAsync(key, form.Fingerprint($"POST checkout/sessions/{id}/expire"), async (_, books) =>
        {
            if (await books.SessionAsync(id, ct) is not { } session)
                return StripeFault.NoSuch("checkout.session", id);
            // A refusal by state is an answer like any other: it is kept under its key, as the provider keeps it.
            if (SandboxBooks.Status(session) != "open")
                return StripeFault.Invalid(NotOpen).Reply;
            await books.ExpireAsync(session, ct);
            return StripeReply.Of(session.Read());
        }, ct);

    public Task<StripeReply> ListAsync(StripeForm query, CancellationToken ct) => desk.RunAsync(null, "", async (db, books) =>
    {
        var (page, more) = await SandboxPages.TakeAsync(SandboxPages.Of(db, SandboxObject.Session, query), query, ct);
        var data = new JsonArray();
        foreach (var session in page)
            data.Add(await ShowAsync(books, session, query.Expands("data.payment_intent"), ct));
        return SandboxPages.Reply("/v1/checkout/sessions", data, more);
    }, ct);

    private Result<StripeReply> Create(SandboxBooks books, StripeForm form)
    {
        var read = CheckoutRequest.Read(form, books.Now);
        if (!read.Ok)
            return read.Failure;
        var json = read.Value;
        json["url"] = $"{address.Root}/sandbox/checkout/{(string)json["id"]!}";
        var expires = DateTimeOffset.FromUnixTimeSeconds((long)json["expires_at"]!).UtcDateTime;
        books.Add(SandboxObject.Session, json, expires, StripeShapes.Map(form.Map("payment_intent_data[metadata]")).ToJsonString());
        return StripeReply.Of(json);
    }

    private static async Task<JsonObject> ShowAsync(SandboxBooks books, SandboxObject session, bool expand, CancellationToken ct)
    {
        var json = session.Read();
        if (expand && session.Related is { } id && await books.FindAsync(SandboxObject.Intent, id, ct) is { } intent)
            json["payment_intent"] = intent.Read();
        return json;
    }
}
