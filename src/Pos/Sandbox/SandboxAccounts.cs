using System.Text.Json.Nodes;
using Tourism.Kernel;
using Tourism.Pos.Http;

namespace Tourism.Pos.Sandbox;

/// <summary>Shops' own accounts (Connect), and the form in which their owners say who they are.</summary>
internal sealed class SandboxAccounts(SandboxDesk desk, PublicAddress address)
{
    private static readonly TimeSpan LinkLives = TimeSpan.FromMinutes(5);

    private static readonly HashSet<string> KnownOfAccount =
    [
        "type", "country", "email", "metadata[*]", "business_profile[name]", "capabilities[card_payments][requested]", "capabilities[transfers][requested]",
    ];

    private static readonly HashSet<string> KnownOfLink = ["account", "type", "refresh_url", "return_url"];

    public Task<StripeReply> CreateAsync(string? key, StripeForm form, CancellationToken ct) => desk.RunAsync(
        key, form.Fingerprint("POST accounts"), (_, books) => Task.FromResult(Create(books, form)), ct);

    public Task<StripeReply> RetrieveAsync(string id, CancellationToken ct) => desk.RunAsync(null, "", async (_, books) =>
        await books.FindAsync(SandboxObject.Account, id, ct) is { } account ? StripeReply.Of(account.Read()) : StripeFault.NoSuch("account", id), ct);

    public Task<StripeReply> LinkAsync(string? key, StripeForm form, CancellationToken ct) => desk.RunAsync(key, form.Fingerprint("POST account_links"), async (_, books) =>
    {
        if (form.Unknown(KnownOfLink) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (new[] { "account", "type", "refresh_url", "return_url" }.FirstOrDefault(name => form.Text(name) is null) is { } missing)
            return StripeFault.Missing(missing);
        return await books.FindAsync(SandboxObject.Account, form.Text("account")!, ct) is { } account
            ? Link(books, account, form.Text("return_url")!)
            : StripeFault.NoSuch("account", form.Text("account")!);
    }, ct);

    /// <summary>What the form of a link is about; <c>null</c> when the link is unknown, used or too old.</summary>
    public async Task<JsonObject?> FindAsync(string link, CancellationToken ct)
    {
        JsonObject? found = null;
        await desk.RunAsync(null, "", async (_, books) =>
        {
            if (await OpenAsync(books, link, ct) is { } stored)
                found = (await books.FindAsync(SandboxObject.Account, stored.Related!, ct))!.Read();
            return StripeReply.Of([]);
        }, ct);
        return found;
    }

    /// <summary>The owner is done with the form; where it leads back to.</summary>
    public async Task<string?> FinishAsync(string link, bool verified, CancellationToken ct)
    {
        string? back = null;
        await desk.RunAsync(null, "", async (_, books) =>
        {
            if (await OpenAsync(books, link, ct) is not { } stored)
                return StripeReply.Of([]);
            stored.Write(new JsonObject { ["used"] = true });
            var account = (await books.FindAsync(SandboxObject.Account, stored.Related!, ct))!;
            account.Write(Submitted(account.Read(), verified));
            books.Tell("account.updated", account.Read());
            back = stored.Hidden;
            return StripeReply.Of([]);
        }, ct);
        return back;
    }

    /// <summary>A link that is good: known, not used, not too old.</summary>
    private static async Task<SandboxObject?> OpenAsync(SandboxBooks books, string link, CancellationToken ct) =>
        await books.FindAsync(SandboxObject.Link, link, ct) is { } stored && stored.ExpiresAt > books.Now && stored.Read()["used"] is null ? stored : null;

    private static Result<StripeReply> Create(SandboxBooks books, StripeForm form)
    {
        if (form.Unknown(KnownOfAccount) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (form.Text("country") is not "JP")
            return StripeFault.Invalid("This sandbox knows accounts in Japan only.", "country");
        var json = StripeShapes.Account(books.Now, form.Text("type") ?? "express", form.Text("business_profile[name]"), form.Map("metadata"));
        books.Add(SandboxObject.Account, json);
        return StripeReply.Of(json);
    }

    private StripeReply Link(SandboxBooks books, SandboxObject account, string back)
    {
        var (id, until) = (StripeIds.Link(), books.Now + LinkLives);
        var json = new JsonObject
        {
            ["object"] = "account_link", ["created"] = StripeShapes.Unix(books.Now), ["expires_at"] = StripeShapes.Unix(until), ["url"] = $"{address.Root}/sandbox/connect/{id}",
        };
        books.Add(SandboxObject.Link, new JsonObject { ["id"] = id }, until, back).Related = account.Id;
        return StripeReply.Of(json);
    }

    private static JsonObject Submitted(JsonObject account, bool verified)
    {
        (account["details_submitted"], account["charges_enabled"], account["payouts_enabled"]) = (true, verified, verified);
        account["capabilities"] = new JsonObject { ["card_payments"] = verified ? "active" : "pending", ["transfers"] = verified ? "active" : "pending" };
        account["requirements"]!["currently_due"] = new JsonArray();
        account["requirements"]!["pending_verification"] = verified ? [] : new JsonArray("individual.verification.document");
        return account;
    }
}
