using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Clients;

/// <summary>Lets other systems in, gives them new keys and shuts them out for ever.</summary>
internal sealed class KeepClients(
    Writer<PosDbContext> writer, IDbContextFactory<PosDbContext> contexts, CatalogueStore catalogue, ClientBoard board, TimeProvider clock)
{
    private static readonly TimeSpan OldKeyLives = TimeSpan.FromHours(24);

    public async Task<IReadOnlyList<ClientView>> ListAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var clients = await db.Set<Client>().AsNoTracking().OrderByDescending(row => row.Seq).ToListAsync(ct);
        return clients.ConvertAll(client => client.View(clock.UtcMicros()));
    }

    /// <summary>A repeat, whose first answer may be lost, gets another key; the earlier one was never used and works no more.</summary>
    public async Task<Result<ClientKeyView>> AddAsync(Guid id, ClientRequest request, Actor by, CancellationToken ct)
    {
        if (ClientChecks.Check(request, await catalogue.GetAsync(ct), BusinessDate.Of(clock.UtcMicros())) is { } wrong)
            return wrong;
        var (key, hash) = (ClientKey.New(), RequestHash.Of(request));
        return await writer.RunAsync<ClientKeyView>(async db =>
        {
            var client = await db.Set<Client>().SingleOrDefaultAsync(row => row.Id == id, ct);
            if (client is not null && (client.RequestHash != hash || client.LastUsedAt is not null || client.EndedAt is not null))
                return RequestHash.Reused(id);
            var now = clock.UtcMicros();
            if (client is null)
                db.Audit(Deed.ClientAdded, by, request.Name, now, after: request);
            client ??= db.Add(New(id, hash, request, by)).Entity;
            client.Take(key);
            return new ClientKeyView(client.View(now), key.Text);
        }, ct);
    }

    /// <summary>Gives another key; the one before works for a day more.</summary>
    public async Task<Result<ClientKeyView>> RotateAsync(Guid id, Actor by, CancellationToken ct)
    {
        var key = ClientKey.New();
        return await ChangeAsync<ClientKeyView>(id, (db, client, now) =>
        {
            if (client.EndedAt is not null)
                return new ClientEnded(client.Name);
            client.Rotate(key, now + OldKeyLives);
            db.Audit(Deed.ClientKeyRotated, by, client.Name, now);
            return new ClientKeyView(client.View(now), key.Text);
        }, ct);
    }

    public Task<Result<ClientView>> EndAsync(Guid id, Actor by, CancellationToken ct) => ChangeAsync<ClientView>(id, (db, client, now) =>
    {
        if (client.EndedAt is null)
        {
            client.End(now);
            db.Audit(Deed.ClientEnded, by, client.Name, now);
        }

        return client.View(now);
    }, ct);

    private async Task<Result<T>> ChangeAsync<T>(Guid id, Func<PosDbContext, Client, DateTime, Result<T>> change, CancellationToken ct)
    {
        var changed = await writer.RunAsync(async db =>
            await db.Set<Client>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } client ? change(db, client, clock.UtcMicros()) : new UnknownClient(id), ct);
        board.Forget();
        return changed;
    }

    private static Client New(Guid id, string hash, ClientRequest request, Actor by) => new()
    {
        Id = id, RequestHash = hash, Name = request.Name.Trim(), Scopes = string.Join(' ', request.Scopes), ExpiresOn = request.ExpiresOn,
        Site = request.Site, Till = request.Till, PerMinute = request.PerMinute, CreatedBy = by.Person!,
    };
}

internal sealed record UnknownClient(Guid Id) : Failure(
    "unknown-client", FailureKind.NotFound, "その連携システムは登録されていません。", "There is no such connected system.");

internal sealed record ClientEnded(string Name) : Failure(
    "client-ended", FailureKind.Refused, $"「{Name}」は終了しています。新しく登録してください。", $"'{Name}' was ended. Add it anew.");
