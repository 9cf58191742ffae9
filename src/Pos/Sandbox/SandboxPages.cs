using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Sandbox;

/// <summary>What can be listed.</summary>
internal interface ISandboxRow
{
    long Seq { get; }

    string Id { get; }
}

/// <summary>Lists, newest first, a page at a time, with the provider's cursors.</summary>
internal static class SandboxPages
{
    private const int Usual = 10;
    private const int Most = 100;

    /// <summary>Filters by <see cref="SandboxObject.Related"/>, <see cref="SandboxObject.Group"/> and <see cref="SandboxObject.Sort"/>.</summary>
    private static readonly string[] Related = ["payment_intent", "source", "location"];
    private static readonly string[] Group = ["charge", "payout", "transfer_group"];
    private static readonly string[] Sort = ["type", "status", "destination"];

    public static async Task<JsonObject> ListAsync(PosDbContext db, string kind, SandboxRequest request, CancellationToken ct)
    {
        var (page, more) = await TakeAsync(db, Of(db, kind, request.Form), request.Form, ct);
        return List(request.Url, [.. page.Select(row => (JsonNode?)row.Read())], more);
    }

    public static async Task<(List<T> Page, bool More)> TakeAsync<T>(PosDbContext db, IQueryable<T> rows, StripeForm query, CancellationToken ct)
        where T : class, ISandboxRow
    {
        // The cursor need not be among the rows that are wanted.
        var (all, limit) = (db.Set<T>(), Limit(query));
        if (query.Text("starting_after") is { } after)
            rows = rows.Where(row => row.Seq < all.Where(cursor => cursor.Id == after).Max(cursor => cursor.Seq));
        if (query.Text("ending_before") is not { } before)
            return Cut(await rows.OrderByDescending(row => row.Seq).Take(limit + 1).ToListAsync(ct), limit);
        // The page that ends there is made of the rows next to it, not of the newest ones.
        rows = rows.Where(row => row.Seq > all.Where(cursor => cursor.Id == before).Max(cursor => cursor.Seq));
        var (page, more) = Cut(await rows.OrderBy(row => row.Seq).Take(limit + 1).ToListAsync(ct), limit);
        page.Reverse();
        return (page, more);
    }

    public static IQueryable<SandboxObject> Of(PosDbContext db, string kind, StripeForm query)
    {
        var rows = db.Set<SandboxObject>().AsNoTracking().Where(row => row.Kind == kind);
        foreach (var other in Related.Select(query.Text).OfType<string>())
            rows = rows.Where(row => row.Related == other);
        foreach (var group in Group.Select(query.Text).OfType<string>())
            rows = rows.Where(row => row.Group == group);
        foreach (var sort in Sort.Select(query.Text).OfType<string>())
            rows = rows.Where(row => row.Sort == sort);
        if (From(query) is { } from)
            rows = rows.Where(row => row.CreatedAt >= from);
        if (Until(query) is { } until)
            rows = rows.Where(row => row.CreatedAt < until);
        return rows;
    }

    private static (List<T> Page, bool More) Cut<T>(List<T> found, int limit) => (found.Take(limit).ToList(), found.Count > limit);

    private static int Limit(StripeForm query) => (int)Math.Clamp(query.Number("limit") ?? Usual, 1, Most);

    public static JsonObject List(string url, JsonArray data, bool more) => new() { ["object"] = "list", ["url"] = url, ["has_more"] = more, ["data"] = data };

    /// <summary>The first moment of the window asked for; times on the wire are whole seconds, ours are finer: "after 5" begins at 6.</summary>
    public static DateTime? From(StripeForm query) => Bound(query, "created[gte]", 0) ?? Bound(query, "created[gt]", 1);

    /// <summary>The end of that window, which no longer belongs to it.</summary>
    public static DateTime? Until(StripeForm query) => Bound(query, "created[lt]", 0) ?? Bound(query, "created[lte]", 1);

    private static DateTime? Bound(StripeForm query, string name, int seconds) =>
        query.Number(name) is { } unix ? DateTimeOffset.FromUnixTimeSeconds(unix + seconds).UtcDateTime : null;
}
