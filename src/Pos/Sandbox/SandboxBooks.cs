using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sandbox.Faults;
using Tourism.Pos.Sandbox.Intents;

namespace Tourism.Pos.Sandbox;

/// <summary>What the sandbox knows at one instant; every change stores its events in the same transaction.</summary>
internal sealed class SandboxBooks(PosDbContext db, SandboxControls controls, DateTime now, string? key = null)
{
    public PosDbContext Db { get; } = db;

    /// <summary>What was set to go wrong when this began.</summary>
    public SandboxControls Controls { get; } = controls;

    /// <summary>The sandbox's time, which may be ahead of ours.</summary>
    public DateTime Now { get; } = now;

    /// <summary>The session, ended first if its time is up; <c>null</c> for an unknown id.</summary>
    public async Task<SandboxObject?> SessionAsync(string id, CancellationToken ct)
    {
        var session = await FindAsync(SandboxObject.Session, id, ct);
        if (session is not null && session.ExpiresAt <= Now && Status(session) == "open")
            await ExpireAsync(session, ct);
        return session;
    }

    public Task<SandboxObject?> FindAsync(string kind, string id, CancellationToken ct) =>
        Db.Set<SandboxObject>().SingleOrDefaultAsync(row => row.Id == id && row.Kind == kind, ct);

    public static string Status(SandboxObject stored) => (string)stored.Read()["status"]!;

    public SandboxObject Add(string kind, JsonObject json, DateTime? expiresAt = null, string? hidden = null, long? net = null)
    {
        var stored = new SandboxObject { Id = (string)json["id"]!, Kind = kind, CreatedAt = Now, ExpiresAt = expiresAt, Body = json.ToJsonString(), Hidden = hidden, Net = net };
        Db.Add(stored);
        return stored;
    }

    public void Tell(string type, JsonObject subject)
    {
        var json = StripeShapes.Event(type, subject, Now, key);
        var told = new SandboxEvent { Id = (string)json["id"]!, Type = type, Body = json.ToJsonString(), CreatedAt = Now };
        told.Deliver(Now);
        Db.Add(told);
    }

    public async Task ExpireAsync(SandboxObject session, CancellationToken ct)
    {
        var json = session.Read();
        json["status"] = "expired";
        json["url"] = null;
        session.Write(json);
        Tell("checkout.session.expired", json);
        if (session.Related is not { } id || await FindAsync(SandboxObject.Intent, id, ct) is not { } stored)
            return;
        var intent = stored.Read();
        await SandboxCharges.CancelAsync(this, intent, "automatic", ct);
        stored.Write(intent);
    }
}
