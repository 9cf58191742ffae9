using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Admissions;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Access.Devices;

/// <summary>
/// Says whether a file of what waited on a device is as the device saved it: the server knows the keys it signed with while it was trusted. Nothing is
/// taken in here; each item goes the way it would have gone by network, with the same checks.
/// </summary>
internal sealed class CheckHandOver(IDbContextFactory<PosDbContext> contexts)
{
    public async Task<Result<HandOverCheckView>> HandleAsync(Guid id, HandOverFile file, CancellationToken ct)
    {
        if (Wrong(id, file) is { } field)
            return new NoHandOverFile(field);
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Device>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } device)
            return new UnknownDevice(id);
        var keys = await KeysAsync(db, device, ct);
        try
        {
            return new HandOverCheckView(device.View(), keys.Count > 0, [.. Faults(file, keys)]);
        }
        finally
        {
            keys.ForEach(key => key.Dispose());
        }
    }

    private static string? Wrong(Guid id, HandOverFile file) => file switch
    {
        { Format: not HandOverFile.Name } => "format",
        { Version: not HandOverFile.Current } => "version",
        _ when file.Device != id => "device",
        { Items: null or { Count: 0 or > HandOverFile.Most } } => "items",
        _ => file.Items.Index().Where(item => item.Item is not { Path: not null, Body: not null }).Select(item => $"items[{item.Index}]").FirstOrDefault(),
    };

    private static IEnumerable<HandOverFault> Faults(HandOverFile file, List<ECDsa> keys)
    {
        if (keys.Count > 0 && !IsSigned(keys, file.Head(), file.Signature))
            yield return Fault(null, new FileChanged());
        for (var index = 0; index < file.Items.Count; index++)
        {
            if (file.Items[index].Kind is null)
                yield return Fault(index + 1, new NothingToHandOver());
            else if (keys.Count > 0 && !IsSigned(keys, file.Of(index), file.Items[index].Signature))
                yield return Fault(index + 1, new ItemChanged());
        }
    }

    private static HandOverFault Fault(int? item, Failure why) => new(item, new LocalText(why.Ja, why.En));

    /// <summary>The key it showed last, and those that its series began with: it may have made another one just before.</summary>
    private static async Task<List<ECDsa>> KeysAsync(PosDbContext db, Device device, CancellationToken ct)
    {
        var listed = await db.Set<TicketKey>().Where(key => db.Set<TillEpoch>().Any(epoch => epoch.Device == device.Id && epoch.Key == key.KeyId)).Select(key => key.PublicKey).ToListAsync(ct);
        return [.. listed.Append(device.PublicKey).OfType<byte[]>().DistinctBy(Convert.ToBase64String).Select(SpkiKey.Import)];
    }

    private static bool IsSigned(List<ECDsa> keys, byte[] said, string? signature)
    {
        var bytes = new byte[signature?.Length ?? 0];
        return signature is not null && Convert.TryFromBase64String(signature, bytes, out var length)
            && keys.Exists(key => key.VerifyData(said, bytes.AsSpan(0, length), HashAlgorithmName.SHA256));
    }
}

internal sealed record NoHandOverFile(string At) : Failure(
    "no-hand-over-file", FailureKind.Invalid,
    $"端末で保存した引き継ぎのファイルではありません（「{At}」を読めません）。端末の「ファイルに保存」で作ったファイルを選んでください。",
    $"This is no file that a device has saved ('{At}' cannot be read). Choose the file that 'Save as a file' made on the device.", At);

internal sealed record FileChanged() : Failure(
    "file-changed", FailureKind.Invalid, "端末が保存した後に変えられたか、一部が欠けています。", "This file was changed since the device saved it, or a part of it is missing.");

internal sealed record NothingToHandOver() : Failure(
    "nothing-to-hand-over", FailureKind.Invalid, "会計・返金・入場の記録ではありません。", "This is neither a sale nor a refund nor a scan.");

internal sealed record ItemChanged() : Failure(
    "item-changed", FailureKind.Invalid,
    "端末が保存した後に変えられています。端末でもう一度保存してください。", "This was changed since the device saved it. Save the file on the device once more.");
