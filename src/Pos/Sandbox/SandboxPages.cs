using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Sandbox;

/// <summary>Lists, newest first, a page at a time, with the provider's cursors.</summary>
internal static class SandboxPages
{
    private const int Usual = 10;
    private const int Most = 100;

    public static IQueryable<SandboxObject> Of(PosDbContext db, string kind, StripeForm query)
    {
        var rows = db.Set<SandboxObject>().Where(row => row.Kind == kind);
        if (query.Text("payment_intent") is { } intent)
            rows = rows.Where(row => row.Related == intent);
        if (Bound(query, "created[gte]", 0) is { } gte)
            rows = rows.Where(row => row.CreatedAt >= gte);
        if (Bound(query, "created[gt]", 1) is { } gt)
            rows = rows.Where(row => row.CreatedAt >= gt);
        if (Bound(query, "created[lt]", 0) is { } lt)
            rows = rows.Where(row => row.CreatedAt < lt);
        if (Bound(query, "created[lte]", 1) is { } lte)
            rows = rows.Where(row => row.CreatedAt < lte);
        return rows;
    }

    public static async Task<(List<SandboxObject> Page, bool More)> TakeAsync(IQueryable<SandboxObject> rows, StripeForm query, CancellationToken ct)
    {
        // A query that names the variable it is assigned to would contain itself, without end.
        var all = rows;
        if (query.Text("starting_after") is { } after)
            rows = rows.Where(row => row.Seq < all.Where(cursor => cursor.Id == after).Max(cursor => cursor.Seq));
        if (query.Text("ending_before") is { } before)
            rows = rows.Where(row => row.Seq > all.Where(cursor => cursor.Id == before).Max(cursor => cursor.Seq));
        var limit = Limit(query);
        var found = await rows.OrderByDescending(row => row.Seq).Take(limit + 1).ToListAsync(ct);
        return (found.Take(limit).ToList(), found.Count > limit);
    }

    public static int Limit(StripeForm query) => (int)Math.Clamp(query.Number("limit") ?? Usual, 1, Most);

    public static StripeReply Reply(string url, JsonArray data, bool more) => StripeReply.Of(new JsonObject
    {
        ["object"] = "list", ["url"] = url, ["has_more"] = more, ["data"] = data,
    });

    /// <summary>Times on the wire are whole seconds, ours are finer: "after 5" begins at 6.</summary>
    private static DateTime? Bound(StripeForm query, string name, int seconds) =>
        query.Number(name) is { } unix ? DateTimeOffset.FromUnixTimeSeconds(unix + seconds).UtcDateTime : null;
}
