using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Admissions;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tills;

/// <summary>Gives a device its own series of receipt numbers and lists its key.</summary>
internal sealed class OpenEpoch(Writer<PosDbContext> writer, CatalogueStore catalogue, SeriesStore series, TicketKeys keys, TimeProvider clock)
{
    public async Task<Result<Written<EpochView>>> HandleAsync(string till, Guid id, EpochRequest? request, Guid? device, CancellationToken ct)
    {
        if ((await catalogue.GetAsync(ct)).SiteOf(PlaceKind.Till, till) is not { } site)
            return new UnknownTill(till);
        if (!site.Offers(PlaceKind.Till, till))
            return new TillRetired(till);
        var key = request?.PublicKey is { } text ? SpkiKey.Read(text) : null;
        if (key is null && request?.PublicKey is not null)
            return new NotAKey();
        var opened = await writer.RunAsync(db => OpenAsync(db, new Opening(till, site.Code, id, key, device), ct), ct);
        series.Forget(till);
        keys.Forget();
        return opened;
    }

    private async Task<Result<Written<EpochView>>> OpenAsync(PosDbContext db, Opening opening, CancellationToken ct)
    {
        // Held against whoever revokes the device at this moment: no key may be listed behind their back.
        if (opening.By is { } by && (await db.Locked<Device>([by]).AsNoTracking().ToListAsync(ct)).SingleOrDefault() is { RevokedAt: not null })
            return new OtherPlace(opening.Till);
        var known = await db.Set<TillEpoch>().SingleOrDefaultAsync(row => row.Id == opening.Id, ct);
        if (known is not null && (known.Till != opening.Till || (known.Key is not null && opening.KeyId is { } other && other != known.Key)))
            return RequestHash.Reused(opening.Id);
        var epoch = known ?? await NewAsync(db, opening, ct);
        epoch.Device ??= opening.By;
        if (opening.Key is { } key && epoch.Key is null)
        {
            if (await ListAsync(db, opening, key, ct) is { } taken)
                return taken;
            epoch.Key = opening.KeyId;
        }

        return new Written<EpochView>(await ViewAsync(db, epoch, ct), First: known is null);
    }

    private async Task<TillEpoch> NewAsync(PosDbContext db, Opening opening, CancellationToken ct)
    {
        var last = await db.Set<TillEpoch>().Where(row => row.Till == opening.Till).MaxAsync(row => (int?)row.Epoch, ct) ?? 0;
        return db.Add(new TillEpoch { Id = opening.Id, Till = opening.Till, Epoch = last + 1, OpenedAt = clock.UtcMicros() }).Entity;
    }

    /// <summary>A device that opens another series shows the key it has: that is the same key again and no clash.</summary>
    private async Task<Failure?> ListAsync(PosDbContext db, Opening opening, byte[] key, CancellationToken ct)
    {
        var listed = await db.Set<TicketKey>().AsNoTracking().SingleOrDefaultAsync(row => row.KeyId == opening.KeyId, ct);
        if (listed is not null)
            return listed.Till == opening.Till && listed.PublicKey.AsSpan().SequenceEqual(key) ? null : new KeyTaken();
        var now = clock.UtcMicros();
        db.Add(new TicketKey { KeyId = opening.KeyId!.Value, PublicKey = key, ListedAt = now, Site = opening.Site, Till = opening.Till });
        if (opening.By is { } device)
            await db.RetireFormerAsync(device, opening.KeyId.Value, now, ct);
        return null;
    }

    public static async Task<EpochView> ViewAsync(PosDbContext db, TillEpoch epoch, CancellationToken ct)
    {
        var last = await db.Set<JournalEntry>().Where(row => row.Till == epoch.Till && row.Epoch == epoch.Epoch)
            .OrderByDescending(row => row.Number).ThenByDescending(row => row.Branch).Select(row => new { row.Number, row.Hash }).FirstOrDefaultAsync(ct);
        var key = epoch.Key is { } id ? await db.Set<TicketKey>().AsNoTracking().SingleOrDefaultAsync(row => row.KeyId == id, ct) : null;
        return new EpochView(epoch.Id, epoch.Till, epoch.Epoch, last?.Number ?? 0, last?.Hash, (uint?)epoch.Key, key is { RevokedAt: not null })
        {
            // A device that is trusted goes on with a key of its own, also when it was disturbed while it changed over.
            Renew = key is { State: not TicketKeyState.Signing } or { RenewAskedAt: not null },
        };
    }

    private sealed record Opening(string Till, string Site, Guid Id, byte[]? Key, Guid? By)
    {
        public long? KeyId { get; } = Key is null ? null : SpkiKey.IdOf(Key);
    }
}

internal sealed record NotAKey() : Failure(
    "not-a-key", FailureKind.Invalid,
    "公開鍵を読めません。P-256 の SubjectPublicKeyInfo を base64 で送ってください。",
    "The public key cannot be read. Send SubjectPublicKeyInfo of a P-256 key in base64.", "publicKey");

internal sealed record KeyTaken() : Failure(
    "key-taken", FailureKind.Conflict,
    "この鍵は別のレジか別の鍵のものとして登録されています。端末で鍵を作り直してください。",
    "This key is listed for another till or clashes with another key. Make a new key on the device.", "publicKey");

internal sealed record TillRetired(string Till) : Failure(
    "till-retired", FailureKind.Refused,
    $"レジ「{Till}」は使わなくなりました。管理者に別のレジを割り当ててもらってください。",
    $"The till '{Till}' is out of use. Ask an administrator for another one.");
