using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Sandbox;

/// <summary>Puts objects where their ids stand, as far as the request asked for it with <c>expand[]</c>.</summary>
internal static class SandboxExpand
{
    /// <summary>A refusal when something cannot be expanded.</summary>
    public static async Task<StripeFault?> ApplyAsync(PosDbContext db, JsonObject answer, StripeForm form, CancellationToken ct)
    {
        foreach (var path in form.List("expand"))
        {
            if (!await FollowAsync(db, answer, path.Split('.'), ct))
                return StripeFault.Invalid($"This property cannot be expanded ({path}).", "expand");
        }

        return null;
    }

    public static async Task<bool> FollowAsync(PosDbContext db, JsonNode? node, ArraySegment<string> path, CancellationToken ct)
    {
        if (path.Count == 0 || node is null)
            return true;
        if (node is JsonArray rows)
            return await EachAsync(db, rows, path, ct);
        if (node is not JsonObject json || !json.ContainsKey(path[0]))
            return false;
        if (json[path[0]] is JsonValue id && await FindAsync(db, (string)id!, ct) is { } found)
            json[path[0]] = found.Read();
        return await FollowAsync(db, json[path[0]], path[1..], ct);
    }

    private static async Task<bool> EachAsync(PosDbContext db, JsonArray rows, ArraySegment<string> path, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            if (!await FollowAsync(db, row, path, ct))
                return false;
        }

        return true;
    }

    private static Task<SandboxObject?> FindAsync(PosDbContext db, string id, CancellationToken ct) =>
        db.Set<SandboxObject>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
}
