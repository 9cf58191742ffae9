using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Sandbox;

/// <summary>Carries requests out: once per idempotency key, with its answer stored beside what it did.</summary>
internal sealed class SandboxDesk(Writer<PosDbContext> writer, Bell<DeliverSandboxEvents> bell, TimeProvider clock)
{
    /// <summary>"In flight" lasts no longer than the host that carries the request out, so it needs no row.</summary>
    private readonly ConcurrentDictionary<string, byte> _inFlight = new();

    public async Task<StripeReply> RunAsync(
        string? key, string fingerprint, Func<PosDbContext, SandboxBooks, Task<Result<StripeReply>>> work, CancellationToken ct)
    {
        if (key is null)
            return await CarryOutAsync(null, fingerprint, work, ct);
        if (!_inFlight.TryAdd(key, 0))
            return StripeFault.InFlight(key).Reply;
        try
        {
            return await CarryOutAsync(key, fingerprint, work, ct);
        }
        finally
        {
            _inFlight.TryRemove(key, out _);
        }
    }

    private async Task<StripeReply> CarryOutAsync(
        string? key, string fingerprint, Func<PosDbContext, SandboxBooks, Task<Result<StripeReply>>> work, CancellationToken ct)
    {
        var done = await writer.RunAsync<StripeReply>(async db =>
        {
            var now = clock.UtcMicros();
            if (key is not null && await db.Set<SandboxReplay>().AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, ct) is { } first)
                return first.Fingerprint == fingerprint ? new StripeReply(first.Status, first.Body, Replayed: true) : StripeFault.OtherRequest(key);
            var reply = await work(db, new SandboxBooks(db, now, key));
            if (reply.Ok && key is not null)
                db.Add(new SandboxReplay { Key = key, Fingerprint = fingerprint, Status = reply.Value.Status, Body = reply.Value.Body, CreatedAt = now });
            return reply;
        }, ct);
        bell.Ring();
        return done.Ok ? done.Value : ((StripeFault)done.Failure).Reply;
    }
}
