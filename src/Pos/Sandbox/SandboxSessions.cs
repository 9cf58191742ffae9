using System.Text.Json.Nodes;
using Tourism.Kernel;
using Tourism.Pos.Sandbox.Intents;

namespace Tourism.Pos.Sandbox;

/// <summary>Checkout sessions as the merchant sees them.</summary>
internal static class SandboxSessions
{
    public const string NotOpen = "Only Checkout Sessions with a status in [\"open\"] can be expired.";

    public static async Task<Result<JsonObject>> CreateAsync(SandboxCall call)
    {
        var read = CheckoutRequest.Read(call.Form, call.Books.Now);
        if (!read.Ok)
            return read.Failure;
        if (await IntentTerms.RefusalAsync(call, CheckoutRequest.OfIntent) is { } refused)
            return refused;
        var json = read.Value;
        json["url"] = $"{call.Root}/sandbox/checkout/{(string)json["id"]!}";
        var expires = DateTimeOffset.FromUnixTimeSeconds((long)json["expires_at"]!).UtcDateTime;
        call.Books.Add(SandboxObject.Session, json, expires, CheckoutRequest.IntentToCome(call.Form).ToJsonString());
        return json;
    }

    public static async Task<Result<JsonObject>> RetrieveAsync(SandboxCall call) =>
        await call.Books.SessionAsync(call.Id, call.Ct) is { } session ? session.Read() : StripeFault.NoSuch(SandboxObject.Session, call.Id);

    public static async Task<Result<JsonObject>> ExpireAsync(SandboxCall call)
    {
        if (await call.Books.SessionAsync(call.Id, call.Ct) is not { } session)
            return StripeFault.NoSuch(SandboxObject.Session, call.Id);
        if (SandboxBooks.Status(session) != "open")
            return StripeFault.Unexpected(NotOpen);
        await call.Books.ExpireAsync(session, call.Ct);
        return session.Read();
    }

    public static async Task<Result<JsonObject>> ListAsync(SandboxCall call) =>
        await SandboxPages.ListAsync(call.Books.Db, SandboxObject.Session, call.Request, call.Ct);
}
