using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Http;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sandbox.Faults;

namespace Tourism.Pos.Sandbox;

/// <summary>Carries requests out: once per idempotency key, with its answer stored beside what it did.</summary>
internal sealed class SandboxDesk(Writer<PosDbContext> writer, Bell<DeliverSandboxEvents> bell, PublicAddress address, TimeProvider clock)
{
    /// <summary>"In flight" lasts no longer than the host that carries the request out, so it needs no row.</summary>
    private readonly ConcurrentDictionary<string, byte> _inFlight = new();

    public async Task<StripeReply> RunAsync(SandboxRequest request, SandboxWork work, CancellationToken ct)
    {
        if (request.Key is null)
            return await CarryOutAsync(request, work, ct);
        if (!_inFlight.TryAdd(request.Key, 0))
            return StripeFault.InFlight(request.Key).Reply;
        try
        {
            return await CarryOutAsync(request, work, ct);
        }
        finally
        {
            _inFlight.TryRemove(request.Key, out _);
        }
    }

    /// <summary>Something happens at the provider without anybody calling its API: a visitor pays, a card is held to a reader.</summary>
    public async Task<Result<T>> WriteAsync<T>(Func<SandboxBooks, Task<Result<T>>> work, string? key, CancellationToken ct)
    {
        var done = await writer.RunAsync<T>(async db =>
        {
            var controls = await SandboxControls.ReadAsync(db, ct);
            return await work(new SandboxBooks(db, controls, controls.Now(clock), key));
        }, ct);
        bell.Ring();
        return done;
    }

    private async Task<StripeReply> CarryOutAsync(SandboxRequest request, SandboxWork work, CancellationToken ct)
    {
        var done = await WriteAsync<StripeReply>(async books =>
        {
            if (request.Key is not null && await FirstAsync(books, request.Key, ct) is { } first)
                return first.Fingerprint == request.Fingerprint ? first.Reply : StripeFault.OtherRequest(request.Key);
            var reply = await AnswerAsync(new SandboxCall(books, request, address.Root, ct), work);
            if (reply.Ok && request.Key is not null)
                books.Db.Add(SandboxReplay.Of(request.Key, request.Fingerprint, reply.Value, books.Now));
            return reply;
        }, request.Key, ct);
        return done.Ok ? done.Value : ((StripeFault)done.Failure).Reply;
    }

    /// <summary>What was answered under the key before; after a day nobody remembers.</summary>
    private static async Task<SandboxReplay?> FirstAsync(SandboxBooks books, string key, CancellationToken ct)
    {
        var first = await books.Db.Set<SandboxReplay>().AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, ct);
        if (first is null || first.CreatedAt > books.Now - SandboxReplay.Life)
            return first;
        await books.Db.Set<SandboxReplay>().Where(row => row.Key == key).ExecuteDeleteAsync(ct);
        return null;
    }

    /// <summary>A refusal of the request itself undoes everything; a refusal by the state of things is an answer like any other.</summary>
    private static async Task<Result<StripeReply>> AnswerAsync(SandboxCall call, SandboxWork work)
    {
        var fault = call.Request.Fault;
        if (fault is { After: false })
            return StripeFault.Broken().Reply;
        var done = await work(call);
        if (fault is not null && done.Ok)
            return StripeFault.Broken().Reply;
        if (!done.Ok)
            return done.Failure is StripeFault { Kept: true } kept ? kept.Reply : done.Failure;
        // A reply shows what was stored: what the work changed must be there before ids are looked up.
        if (call.Form.List("expand").Count > 0)
            await call.Books.Db.SaveChangesAsync(call.Ct);
        return await SandboxExpand.ApplyAsync(call.Books.Db, done.Value, call.Form, call.Ct) is { } refused ? refused : StripeReply.Of(done.Value);
    }
}
