using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Devices;

/// <summary>A device with the credential it has from now on; or why not, which is to be committed as well.</summary>
internal sealed record Enrolled(Device? Device, string Credential, Failure? Refusal);

/// <summary>
/// The browser that has a good code becomes the device. For ten minutes the same browser may ask again and gets a fresh credential, because its
/// first answer may have been lost; anybody else's code is spent.
/// </summary>
internal sealed class EnrolDevice(Writer<PosDbContext> writer, CatalogueStore catalogue, DeviceBoard board, TimeProvider clock)
{
    private static readonly TimeSpan Repeats = TimeSpan.FromMinutes(10);

    public async Task<Result<Enrolled>> HandleAsync(EnrolmentRequest request, CancellationToken ct)
    {
        var (hash, credential, places) = (DeviceSecret.HashOfCode(request.Code), DeviceSecret.NewCredential(), await catalogue.GetAsync(ct));
        var done = await writer.RunAsync<Enrolled>(async db =>
        {
            var device = await db.Set<Device>().SingleOrDefaultAsync(row => row.CodeHash == hash, ct);
            if (device is null || request.Enrolment == Guid.Empty)
                return new WrongDeviceCode();
            return Enrol(db, device, request.Enrolment, credential, places);
        }, ct);
        if (done is { Ok: true, Value: { Refusal: null, Device: { } enrolled } })
            board.Forget(enrolled.Id);
        return done is { Ok: true, Value.Refusal: { } refusal } ? refusal : done;
    }

    /// <summary>A browser of the demo becomes a device of its person's place, as if somebody had shown it a code.</summary>
    public async Task<Enrolled> EnrolAsync(PersonView person, CancellationToken ct)
    {
        var (credential, now) = (DeviceSecret.NewCredential(), clock.UtcMicros());
        var done = await writer.RunAsync<Enrolled>(db =>
        {
            var device = new Device
            {
                Id = Guid.CreateVersion7(now), Name = person.Name.Ja, Site = person.Site!, Till = person.Till, Gate = person.Till is null ? person.Gate : null,
                CreatedAt = now, EnrolledBy = person.Code,
            };
            device.Enrol(device.Id, DeviceSecret.HashOf(credential), now);
            db.Add(device);
            return Task.FromResult<Result<Enrolled>>(new Enrolled(device, credential, null));
        }, ct);
        return done.Value;
    }

    private Enrolled Enrol(PosDbContext db, Device device, Guid enrolment, string credential, Snapshot places)
    {
        var now = clock.UtcMicros();
        var actor = new Actor(device.EnrolledBy, device.Site, device.Till, device.Gate, device.Id);
        if (Refuse(device, enrolment, places, now) is { } refusal)
        {
            db.Audit(Deed.DeviceEnrolmentRefused, actor, device.Name, now, after: new { refusal.Code });
            return new Enrolled(null, "", refusal);
        }

        if (device.EnrolledAt is null)
            db.Audit(Deed.DeviceEnrolled, actor, device.Name, now);
        device.Enrol(enrolment, DeviceSecret.HashOf(credential), now);
        return new Enrolled(device, credential, null);
    }

    private static Failure? Refuse(Device device, Guid enrolment, Snapshot places, DateTime now)
    {
        if (device.RevokedAt is not null || (device.EnrolledAt is { } at && (device.Enrolment != enrolment || now - at > Repeats)))
            return new SpentDeviceCode();
        if (device.EnrolledAt is null && device.CodeUntil < now)
            return new ExpiredDeviceCode();
        return places.SiteOf(device.Kind, device.Place)?.Code == device.Site ? null : new PlaceGone(device.Place);
    }
}

internal sealed record WrongDeviceCode() : Failure(
    "wrong-device-code", FailureKind.Refused,
    "この登録コードは使えません。12桁の数字を確かめてください。新しいコードが作られると、前のコードは使えなくなります。",
    "This code is not good. Check its 12 digits. A newer code ends the one before it.", "code");

internal sealed record SpentDeviceCode() : Failure(
    "spent-device-code", FailureKind.Refused,
    "この登録コードはもう使われました。管理者に「端末を追加」で新しいコードを作ってもらってください。心当たりがなければ知らせてください。",
    "This code has been used. Ask for a new one, and tell an administrator if it was not you who used it.", "code");

internal sealed record ExpiredDeviceCode() : Failure(
    "expired-device-code", FailureKind.Refused, "この登録コードは期限が切れています。新しいコードを作ってもらってください。", "This code has expired. Ask for a new one.", "code");

internal sealed record PlaceGone(string Place) : Failure(
    "place-gone", FailureKind.Refused, $"場所「{Place}」はもうありません。別の場所で端末を追加してください。", $"The place '{Place}' no longer exists. Add the device at another one.", "code");
