using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Http;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Devices;

/// <summary>Adds a device, and makes the one-time codes by which a browser becomes it.</summary>
internal sealed class KeepDevice(Writer<PosDbContext> writer, CatalogueStore catalogue, PublicAddress address, TimeProvider clock)
{
    private static readonly TimeSpan CodeLives = TimeSpan.FromMinutes(15);

    public async Task<Result<Written<DeviceView>>> AddAsync(Guid id, DeviceRequest request, Actor by, CancellationToken ct)
    {
        if (DeviceChecks.Check(request, await catalogue.GetAsync(ct)) is { } wrong)
            return wrong;
        return await writer.RunAsync<Written<DeviceView>>(async db =>
        {
            if (await db.Set<Device>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } known)
                return Says(known, request) ? new Written<DeviceView>(known.View(), First: false) : RequestHash.Reused(id);
            var device = db.Add(New(id, request, by.Person!)).Entity;
            db.Audit(Deed.DeviceAdded, by, device.Name, clock.UtcMicros(), after: device.View());
            return new Written<DeviceView>(device.View(), First: true);
        }, ct);
    }

    /// <summary>Every call makes another code; the one before counts no more.</summary>
    public async Task<Result<DeviceCodeView>> OfferAsync(Guid id, Actor by, CancellationToken ct)
    {
        var (code, until) = (DeviceSecret.NewCode(), clock.UtcMicros() + CodeLives);
        var offered = await writer.RunAsync<DateTime>(async db =>
        {
            if (await db.Set<Device>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } device)
                return new UnknownDevice(id);
            if (device.State != DeviceState.New)
                return new DeviceEnrolled();
            device.Offer(DeviceSecret.HashOfCode(code), until, by.Person!);
            db.Audit(Deed.DeviceCodeMade, by, device.Name, clock.UtcMicros());
            return until;
        }, ct);
        return offered.Map(_ => new DeviceCodeView(code, $"{address.Root}/app/enrol#{code}", until));
    }

    private Device New(Guid id, DeviceRequest request, string by) => new()
    {
        Id = id, Name = request.Name.Trim(), Site = request.Site, Till = request.Till, Gate = request.Gate, CreatedAt = clock.UtcMicros(), EnrolledBy = by,
    };

    private static bool Says(Device device, DeviceRequest request) =>
        (device.Name, device.Site, device.Till, device.Gate) == (request.Name.Trim(), request.Site, request.Till, request.Gate);
}

internal sealed record DeviceEnrolled() : Failure(
    "device-enrolled", FailureKind.Conflict,
    "この端末はもう登録済みか、失効しています。別の端末には「端末を追加」から新しいコードを作ってください。",
    "This device is enrolled already, or revoked. Add another device to get a new code.");
