using System.Text.Json.Nodes;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox;

/// <summary>Shops' own accounts (Connect) as the platform sees them.</summary>
internal static class SandboxAccounts
{
    private static readonly TimeSpan LinkLives = TimeSpan.FromMinutes(5);

    private static readonly HashSet<string> KnownOfAccount =
    [
        "type", "country", "email", "metadata[*]", "business_profile[name]", "capabilities[card_payments][requested]", "capabilities[transfers][requested]",
    ];

    private static readonly HashSet<string> KnownOfLink = ["account", "type", "refresh_url", "return_url"];

    public static Task<Result<JsonObject>> CreateAsync(SandboxCall call) => Task.FromResult(Create(call.Books, call.Form));

    public static async Task<Result<JsonObject>> LinkAsync(SandboxCall call)
    {
        if (call.Form.Unknown(KnownOfLink) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (KnownOfLink.FirstOrDefault(name => call.Form.Text(name) is null) is { } missing)
            return StripeFault.Missing(missing);
        return await call.Books.FindAsync(SandboxObject.Account, call.Form.Text("account")!, call.Ct) is { } account
            ? Link(call, account)
            : StripeFault.NoSuch(SandboxObject.Account, call.Form.Text("account")!);
    }

    private static Result<JsonObject> Create(SandboxBooks books, StripeForm form)
    {
        if (form.Unknown(KnownOfAccount) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (form.Text("country") is not "JP")
            return StripeFault.Invalid("This sandbox knows accounts in Japan only.", "country");
        var json = StripeShapes.Account(books.Now, form.Text("type") ?? "express", form.Text("business_profile[name]"), form.Map("metadata"));
        books.Add(SandboxObject.Account, json);
        return json;
    }

    private static JsonObject Link(SandboxCall call, SandboxObject account)
    {
        var (id, until) = (StripeIds.Link(), call.Books.Now + LinkLives);
        call.Books.Add(SandboxObject.Link, new JsonObject { ["id"] = id }, until, call.Form.Text("return_url")).Related = account.Id;
        return new JsonObject
        {
            ["object"] = "account_link", ["created"] = StripeShapes.Unix(call.Books.Now), ["expires_at"] = StripeShapes.Unix(until),
            ["url"] = $"{call.Root}/sandbox/connect/{id}",
        };
    }
}
