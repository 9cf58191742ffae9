using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Sandbox;

/// <summary>Objects and events as they are stored, for whoever only looks.</summary>
internal sealed class SandboxReads(IDbContextFactory<PosDbContext> contexts)
{
    public async Task<StripeReply> OneAsync(string kind, SandboxRequest request, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Set<SandboxObject>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id && row.Kind == kind, ct);
        return found is null ? StripeFault.NoSuch(kind, request.Id).Reply : await ReplyAsync(db, found.Read(), request, ct);
    }

    public async Task<StripeReply> ListAsync(string kind, SandboxRequest request, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ReplyAsync(db, await SandboxPages.ListAsync(db, kind, request, ct), request, ct);
    }

    public async Task<StripeReply> EventAsync(string id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var told = await db.Set<SandboxEvent>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        return told is null ? StripeFault.NoSuch("event", id).Reply : new StripeReply(StatusCodes.Status200OK, told.Body);
    }

    public async Task<StripeReply> EventsAsync(StripeForm query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (page, more) = await SandboxPages.TakeAsync(db, Wanted(db, query), query, ct);
        return StripeReply.Of(SandboxPages.List("/v1/events", [.. page.Select(told => JsonNode.Parse(told.Body))], more));
    }

    private static async Task<StripeReply> ReplyAsync(PosDbContext db, JsonObject json, SandboxRequest request, CancellationToken ct) =>
        await SandboxExpand.ApplyAsync(db, json, request.Form, ct) is { } refused ? refused.Reply : StripeReply.Of(json);

    private static IQueryable<SandboxEvent> Wanted(PosDbContext db, StripeForm query)
    {
        var events = db.Set<SandboxEvent>().AsNoTracking();
        if (query.Text("type") is { } type)
            events = type.EndsWith('*') ? events.Where(row => row.Type.StartsWith(type.TrimEnd('*'))) : events.Where(row => row.Type == type);
        if (query.List("types") is { Count: > 0 } types)
            events = events.Where(row => types.Contains(row.Type));
        if (SandboxPages.From(query) is { } from)
            events = events.Where(row => row.CreatedAt >= from);
        if (SandboxPages.Until(query) is { } until)
            events = events.Where(row => row.CreatedAt < until);
        return events;
    }
}
