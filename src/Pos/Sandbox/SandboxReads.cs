using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Sandbox;

/// <summary>Intents and events, which the merchant can only look at.</summary>
internal sealed class SandboxReads(IDbContextFactory<PosDbContext> contexts)
{
    public async Task<StripeReply> IntentAsync(string id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var intent = await db.Set<SandboxObject>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Kind == SandboxObject.Intent, ct);
        return intent is null ? StripeFault.NoSuch("payment_intent", id).Reply : StripeReply.Of(intent.Read());
    }

    public async Task<StripeReply> IntentsAsync(StripeForm query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (page, more) = await SandboxPages.TakeAsync(SandboxPages.Of(db, SandboxObject.Intent, query), query, ct);
        return SandboxPages.Reply("/v1/payment_intents", [.. page.Select(intent => (JsonNode?)intent.Read())], more);
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
        var limit = SandboxPages.Limit(query);
        var found = await Wanted(db, query).OrderByDescending(row => row.Seq).Take(limit + 1).Select(row => row.Body).ToListAsync(ct);
        return SandboxPages.Reply("/v1/events", [.. found.Take(limit).Select(body => JsonNode.Parse(body))], found.Count > limit);
    }

    private static IQueryable<SandboxEvent> Wanted(PosDbContext db, StripeForm query)
    {
        var events = db.Set<SandboxEvent>().AsNoTracking();
        if (query.Text("type") is { } type)
            events = events.Where(row => row.Type == type);
        if (query.Text("starting_after") is { } after)
            events = events.Where(row => row.Seq < db.Set<SandboxEvent>().Where(cursor => cursor.Id == after).Max(cursor => cursor.Seq));
        return events;
    }
}
