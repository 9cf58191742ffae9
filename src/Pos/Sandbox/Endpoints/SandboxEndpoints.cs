using System.Text.Json.Nodes;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox.Endpoints;

/// <summary>
/// Webhook endpoints as they are registered. The sandbox remembers them and gives each a secret, but delivers to this installation's own
/// endpoint with this installation's own secret only: it would be no sandbox that could be told to call other addresses.
/// </summary>
internal static class SandboxEndpoints
{
    private static readonly HashSet<string> KnownOfNew = ["url", "enabled_events[]", "api_version", "description", "connect", "metadata[*]", "expand[]"];
    private static readonly HashSet<string> KnownOfChange = ["url", "enabled_events[]", "description", "disabled", "metadata[*]", "expand[]"];

    public static Task<Result<JsonObject>> CreateAsync(SandboxCall call) => Task.FromResult<Result<JsonObject>>(
        Refusal(call.Form) is { } refused ? refused : Create(call.Books, call.Form));

    public static async Task<Result<JsonObject>> UpdateAsync(SandboxCall call)
    {
        if (call.Form.Unknown(KnownOfChange) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (await call.Books.FindAsync(SandboxObject.Endpoint, call.Id, call.Ct) is not { } stored)
            return StripeFault.NoSuch(SandboxObject.Endpoint, call.Id);
        var endpoint = stored.Read();
        Write(call.Form, endpoint);
        if (call.Form.Text("disabled") is { } disabled)
            endpoint["status"] = disabled == "true" ? "disabled" : "enabled";
        stored.Write(endpoint);
        return endpoint;
    }

    public static async Task<Result<JsonObject>> DeleteAsync(SandboxCall call)
    {
        if (await call.Books.FindAsync(SandboxObject.Endpoint, call.Id, call.Ct) is not { } stored)
            return StripeFault.NoSuch(SandboxObject.Endpoint, call.Id);
        call.Books.Db.Remove(stored);
        return new JsonObject { ["id"] = call.Id, ["object"] = SandboxObject.Endpoint, ["deleted"] = true };
    }

    private static StripeFault? Refusal(StripeForm form) =>
        form.Unknown(KnownOfNew) is { } unknown ? StripeFault.Unknown(unknown)
        : form.List("enabled_events").Count == 0 ? StripeFault.Missing("enabled_events")
        : !Uri.TryCreate(form.Text("url"), UriKind.Absolute, out _) ? StripeFault.Invalid("Not a valid URL", "url", "url_invalid")
        : SandboxRules.Metadata(form);

    private static JsonObject Create(SandboxBooks books, StripeForm form)
    {
        var endpoint = new JsonObject
        {
            ["id"] = StripeIds.Endpoint(), ["object"] = SandboxObject.Endpoint, ["api_version"] = form.Text("api_version"), ["application"] = null,
            ["created"] = StripeShapes.Unix(books.Now), ["description"] = null, ["livemode"] = false, ["metadata"] = new JsonObject(), ["status"] = "enabled",
        };
        Write(form, endpoint);
        books.Add(SandboxObject.Endpoint, endpoint);
        // Only this one answer ever shows the secret.
        var shown = endpoint.DeepClone().AsObject();
        shown["secret"] = "whsec_" + StripeIds.Random(32);
        return shown;
    }

    private static void Write(StripeForm form, JsonObject endpoint)
    {
        foreach (var name in new[] { "url", "description" }.Where(name => form.Text(name) is not null))
            endpoint[name] = form.Text(name);
        if (form.List("enabled_events") is { Count: > 0 } events)
            endpoint["enabled_events"] = StripeShapes.List(events);
        foreach (var (name, value) in form.Map("metadata"))
            endpoint["metadata"]![name] = value;
    }
}
