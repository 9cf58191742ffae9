using Tourism.Kernel;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Scans of a lost gate. Nobody knows who stood at it, so somebody is asked to look, together with the first scan that comes in.</summary>
internal static class HandedOverScans
{
    /// <summary>Why an administrator may not send this; <c>null</c> when they may, or when it is the gate's own.</summary>
    /// <param name="db">The transaction that writes the scan.</param>
    /// <param name="by">Who acts, and who hands it over.</param>
    /// <param name="site">Site of the gate.</param>
    /// <param name="scan">Name of the scan.</param>
    /// <param name="now">The server's time.</param>
    /// <param name="ct">Given up.</param>
    public static async Task<Failure?> TakeOverAsync(this PosDbContext db, Actor by, string site, Guid scan, DateTime now, CancellationToken ct)
    {
        if (by.HandsOver is null)
            return null;
        if (await db.HandedOverFromAsync(by, site, ct) is not { } device)
            return new NoLostGate(by.Gate!);
        db.NoteHandOver(device, by, now);
        // One for all that waits, and another one for what comes after somebody has looked.
        await db.RaiseUnlessOpenAsync(Review.Of(Entries(device), $"{device.Id} {scan}", site, sale: null, till: null, now), device.Id.ToString(), ct);
        return null;
    }

    private static Doubt Entries(Device device) => new(
        ReviewKind.RevokedDevice,
        $"失効した端末「{device.Name}」に残っていた入場を引き継ぎました。心当たりのない入場がないか確かめてください。",
        $"Scans that waited on the revoked device '{device.Name}' were handed over. See whether there are entries nobody knows of.");
}

internal sealed record NoLostGate(string Gate) : Failure(
    "no-lost-gate", FailureKind.Forbidden,
    $"改札「{Gate}」について管理者が送れるのは、その施設の失効した端末に残っていた読み取りだけです。その端末で引き継ぐか、改札の担当者がサインインしてください。",
    $"For gate '{Gate}' administrators send only what waited on a revoked device of its site. Hand it over on that device, or let the gate's staff sign in.", "device");

internal sealed record NotHappened() : Failure(
    "not-happened", FailureKind.Refused,
    "管理者は改札で入場させられません。引き継げるのは、端末がすでに判断した読み取りだけです。",
    "Administrators let nobody in. What a device has decided already can be handed over.", "happened");
