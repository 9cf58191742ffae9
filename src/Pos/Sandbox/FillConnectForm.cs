using System.Text.Json.Nodes;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox;

/// <summary>A shop's owner opens the form of a link and says who they are.</summary>
internal sealed class FillConnectForm(SandboxDesk desk)
{
    /// <summary>The account the form is about; <c>null</c> when the link is unknown, used or too old.</summary>
    public async Task<JsonObject?> FindAsync(string link, CancellationToken ct)
    {
        var found = await desk.WriteAsync<JsonObject>(async books => await OpenAsync(books, link, ct) is { } stored
            ? (await books.FindAsync(SandboxObject.Account, stored.Related!, ct))!.Read()
            : StripeFault.NoSuch(SandboxObject.Link, link), null, ct);
        return found.Ok ? found.Value : null;
    }

    /// <summary>The owner is done with the form; where it leads back to.</summary>
    public async Task<string?> FinishAsync(string link, bool verified, CancellationToken ct)
    {
        var done = await desk.WriteAsync<string>(async books =>
        {
            if (await OpenAsync(books, link, ct) is not { } stored)
                return StripeFault.NoSuch(SandboxObject.Link, link);
            stored.Write(new JsonObject { ["used"] = true });
            var account = (await books.FindAsync(SandboxObject.Account, stored.Related!, ct))!;
            account.Write(Submitted(account.Read(), verified));
            books.Tell("account.updated", account.Read());
            return stored.Hidden!;
        }, null, ct);
        return done.Ok ? done.Value : null;
    }

    /// <summary>A link that is good: known, not used, not too old.</summary>
    private static async Task<SandboxObject?> OpenAsync(SandboxBooks books, string link, CancellationToken ct) =>
        await books.FindAsync(SandboxObject.Link, link, ct) is { } stored && stored.ExpiresAt > books.Now && stored.Read()["used"] is null ? stored : null;

    private static JsonObject Submitted(JsonObject account, bool verified)
    {
        (account["details_submitted"], account["charges_enabled"], account["payouts_enabled"]) = (true, verified, verified);
        account["capabilities"] = new JsonObject { ["card_payments"] = verified ? "active" : "pending", ["transfers"] = verified ? "active" : "pending" };
        account["requirements"]!["currently_due"] = new JsonArray();
        account["requirements"]!["pending_verification"] = verified ? [] : new JsonArray("individual.verification.document");
        return account;
    }
}
