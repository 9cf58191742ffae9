using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>What waits on a revoked gate reaches the server by an administrator, by network or as a file, as what its people did there.</summary>
public abstract class HandOverContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private const string Scans = "/api/v1/gates/main/scans";
    private static readonly DeviceRequest Phone = new("正面入口 iPhone", "akiyoshido", Gate: "main");

    [DatabaseFact]
    public async Task Gate_LostWithScansOnIt_IsHandedOverByNetworkAndAsAFile()
    {
        await using var host = await NewCity.StartAsync(Database);
        using var admin = await NewCity.AcceptAsync(host.Url, NewInstallation.TokenIn(host.Log));
        await admin.AddPersonAsync("ken", new PostView([Roles.GateStaff], "akiyoshido", Gate: "main"));
        using var ken = await admin.LetInAsync(host.Url, "ken");
        using var gate = Staff.Nobody(host.Url);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = await admin.EnrolAsync(gate, Phone);
        await gate.RefusedAsync(HttpMethod.Put, "/api/v1/device", new DeviceReport { PublicKey = "AAAA" }, "not-a-key");
        await gate.PutAsync<OwnDeviceView>("/api/v1/device", new DeviceReport { PublicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) });
        await admin.PutAsync<DeviceView>($"/api/v1/devices/{id}/revocation", new { });
        using var thiefs = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await gate.PutAsync<OwnDeviceView>("/api/v1/device", new DeviceReport { PublicKey = Convert.ToBase64String(thiefs.ExportSubjectPublicKeyInfo()) });

        await OnlyWhatALostGateDecidedIsTakenAsync(host.Url, admin, id);
        await ByNetworkAsync(admin, ken, id);
        await WhatComesLaterIsRaisedAgainAsync(admin, id);
        await ACheckSaysWhatIsWrongAsync(admin, ken, id, key, thiefs);
        await AFileOfAnUnknownKeyIsRaisedAsync(host.Url, admin);
        await ASaleOfADeviceWithoutAKeyIsRaisedAsync(host.Url, admin);
    }

    /// <summary>An administrator lets nobody in and takes nothing back, in whosever name.</summary>
    private static async Task OnlyWhatALostGateDecidedIsTakenAsync(Uri host, Staff admin, Guid device)
    {
        using var inUse = Staff.Nobody(host);
        var trusted = await admin.EnrolAsync(inUse, Phone with { Name = "裏口 iPhone" });
        Assert.Contains("field: happened", await admin.RefusedAsync(HttpMethod.Post, Scans, Scan(device) with { Happened = null }, "not-happened"), StringComparison.Ordinal);
        await admin.RefusedAsync(HttpMethod.Post, Scans, Scan(device) with { Happened = null, Person = null, Device = null }, "not-happened");
        foreach (var other in new Guid?[] { null, trusted, Guid.CreateVersion7() })
            Assert.Contains("field: device", await admin.RefusedAsync(HttpMethod.Post, Scans, Scan(device) with { Device = other }, "no-lost-gate"), StringComparison.Ordinal);

        var live = Scan(trusted) with { Device = null };
        await inUse.PostAsync<ScanView>(Scans, live);
        foreach (var said in new Guid?[] { null, trusted, device })
            await admin.RefusedAsync(HttpMethod.Put, $"{Scans}/{live.Id}/undo", new ScanUndoRequest("ken") { Device = said }, "no-lost-gate");
        Assert.Equal(0, await ReviewsAsync(admin, Phone.Name));
        Assert.Null((await DeviceAsync(admin, device)).HandedOverAt);
    }

    /// <summary>Somebody has looked at the first ones; they have not seen these.</summary>
    private static async Task WhatComesLaterIsRaisedAgainAsync(Staff admin, Guid device)
    {
        var first = (await OpenAsync(admin, Phone.Name)).Single();
        await admin.PutAsync<ReviewView>($"/api/v1/reviews/{first.Id}/resolution", new ReviewResolution("見ました。"));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => admin.PostAsync<ScanView>(Scans, Scan(device))));
        Assert.NotEqual(first.Id, (await OpenAsync(admin, Phone.Name)).Single().Id);
    }

    /// <summary>The scan says who and where; to anybody else but an administrator it is another's act.</summary>
    private static async Task ByNetworkAsync(Staff admin, Staff ken, Guid device)
    {
        var scan = Scan(device);
        await ken.RefusedAsync(HttpMethod.Post, Scans, scan with { Person = "jiro" }, "anothers-act");
        using (var own = await admin.SendAsync(HttpMethod.Get, "/api/v1/gates/main/list"))
            Assert.Equal(HttpStatusCode.Forbidden, own.StatusCode);
        Assert.Equal(2, (await admin.PostAsync<ScanView>(Scans, scan)).Admitted);
        // The hand-over itself is never told of, when the device loses its network now: it is noted all the same.
        Assert.Equal(1, await ReviewsAsync(admin, Phone.Name));
        Assert.NotNull((await DeviceAsync(admin, device)).HandedOverAt);
        Assert.Contains((await admin.GetAsync<AuditPage>("/api/v1/audit?take=50")).Items, entry => entry is { Deed: Deed.DeviceHandedOver, Person: "administrator" });
        // Sent before by the gate itself, whose answer was lost: the same scan, whoever says where it was made.
        Assert.Equal(2, (await admin.PostAsync<ScanView>(Scans, scan with { Device = null })).Admitted);
        await admin.RefusedAsync(HttpMethod.Put, $"/api/v1/devices/{device}/hand-over", new DeviceHandOver(0) { Scans = -1 }, "wrong-count");
        var handed = await admin.PutAsync<DeviceView>($"/api/v1/devices/{device}/hand-over", new DeviceHandOver(0, 1) { Scans = 1 });
        Assert.Equal((1, true), (handed.Waiting, handed.HandedOverAt is not null));
        Assert.Equal(1, await ReviewsAsync(admin, Phone.Name));
    }

    private static async Task ACheckSaysWhatIsWrongAsync(Staff admin, Staff ken, Guid device, ECDsa key, ECDsa thiefs)
    {
        var path = $"/api/v1/devices/{device}/hand-over-check";
        var file = Sign(File(device, Scan(device), Scan(device)), key);
        await ken.RefusedAsync(HttpMethod.Post, path, file, "not-allowed");
        var good = await admin.PostAsync<HandOverCheckView>(path, file);
        Assert.Equal((true, 0, device), (good.Proven, good.Faults.Count, good.Device.Id));

        async Task<IEnumerable<int?>> FaultsAsync(HandOverFile wrong) => (await admin.PostAsync<HandOverCheckView>(path, wrong)).Faults.Select(fault => fault.Item);
        Assert.Equal([2], await FaultsAsync(file with { Items = [file.Items[0], file.Items[1] with { Body = file.Items[1].Body.Replace("\"admitted\":2", "\"admitted\":9", StringComparison.Ordinal) }] }));
        Assert.Equal([null], await FaultsAsync(file with { Items = [file.Items[0]] }));
        Assert.Equal([1, 2], await FaultsAsync(file with { Items = [file.Items[1], file.Items[0]] }));
        Assert.Equal([null, 1, 2], await FaultsAsync(Sign(file, thiefs)));
        Assert.Equal([null, 1, 2], await FaultsAsync(file with { Signature = "no", Items = [.. file.Items.Select(item => item with { Signature = null })] }));
        Assert.Equal([1], await FaultsAsync(Sign(file with { Items = [file.Items[0] with { Path = "/api/v1/accounts/1" }] }, key)));
        foreach (var (field, wrong) in new (string, HandOverFile)[]
        {
            ("format", file with { Format = "other" }), ("version", file with { Version = 2 }), ("device", file with { Device = Guid.CreateVersion7() }), ("items", file with { Items = [] }), ("items[0]", file with { Items = [null!] }),
        })
            Assert.Contains("field: " + field, (await admin.RefusedAsync(HttpMethod.Post, path, wrong, "no-hand-over-file")).Split('\n'));
        var nowhere = Guid.CreateVersion7();
        await admin.RefusedAsync(HttpMethod.Post, $"/api/v1/devices/{nowhere}/hand-over-check", file with { Device = nowhere }, "unknown-device");
        foreach (var item in file.Items)
            Assert.Equal(2, (await admin.PostAsync<ScanView>(item.Path, JsonSerializer.Deserialize<ScanRequest>(item.Body, Json.Options)!)).Admitted);
    }

    /// <summary>The device never said what key it has: nobody can tell who wrote its file, so somebody must look.</summary>
    private static async Task AFileOfAnUnknownKeyIsRaisedAsync(Uri host, Staff admin)
    {
        using var old = Staff.Nobody(host);
        var id = await admin.EnrolAsync(old, Phone with { Name = "旧い端末" });
        await admin.PutAsync<DeviceView>($"/api/v1/devices/{id}/revocation", new { });
        var file = File(id, Scan(id));
        var check = await admin.PostAsync<HandOverCheckView>($"/api/v1/devices/{id}/hand-over-check", file);
        Assert.Equal((false, 0), (check.Proven, check.Faults.Count));

        foreach (var _ in new[] { 1, 2 })
            await admin.PutAsync<DeviceView>($"/api/v1/devices/{id}/hand-over", new DeviceHandOver(0) { Scans = 1, File = file.Id, Unproven = true });

        Assert.Equal(1, await ReviewsAsync(admin, "旧い端末"));
    }

    /// <summary>A browser without cryptography has no key that could be revoked.</summary>
    private static async Task ASaleOfADeviceWithoutAKeyIsRaisedAsync(Uri host, Staff admin)
    {
        using var tablet = Staff.Nobody(host);
        var id = await admin.EnrolAsync(tablet, new DeviceRequest("旧い窓口", "akiyoshido", Till: "akiyoshido-1"));
        var series = await tablet.PutAsync<EpochView>($"/api/v1/tills/akiyoshido-1/epochs/{Guid.CreateVersion7()}", new { });
        await admin.PutAsync<DeviceView>($"/api/v1/devices/{id}/revocation", new { });
        var sold = await admin.PutAsync<SaleView>($"/api/v1/sales/{Guid.CreateVersion7()}", new SaleRequest(
            "akiyoshido-1", series.Epoch, 1, TimeProvider.System.UtcMicros(), Language.Ja, [new("adult", 2)], new Yen(2600),
            [new TenderRequest(Guid.CreateVersion7(), TenderKind.Cash, new Yen(2600), new Yen(2600))]) { Person = "hana", Device = id });
        Assert.Equal(("hana", id, ReviewKind.RevokedDevice), (sold.Person, sold.Device, sold.Reviews!.Single().Kind));
        Assert.NotNull((await DeviceAsync(admin, id)).HandedOverAt);
    }

    private static async Task<int> ReviewsAsync(Staff admin, string device) => (await OpenAsync(admin, device)).Count;

    private static async Task<IReadOnlyList<ReviewView>> OpenAsync(Staff admin, string device) =>
        [.. (await admin.GetAsync<IReadOnlyList<ReviewView>>("/api/v1/reviews")).Where(review => review.Kind == ReviewKind.RevokedDevice && review.Detail.Ja.Contains(device, StringComparison.Ordinal))];

    private static async Task<DeviceView> DeviceAsync(Staff admin, Guid id) => (await admin.GetAsync<IReadOnlyList<DeviceView>>("/api/v1/devices")).Single(device => device.Id == id);

    private static ScanRequest Scan(Guid device) => new(Guid.CreateVersion7(), "ABC", null, TimeProvider.System.UtcMicros(), new ScanHappened(ScanOutcome.Admitted, 2)) { Person = "ken", Device = device };

    private static HandOverFile File(Guid device, params IReadOnlyList<ScanRequest> scans) => new(
        HandOverFile.Name, HandOverFile.Current, Guid.CreateVersion7(), device, TimeProvider.System.UtcMicros(), [.. scans.Select(scan => new HandOverItem(Scans, JsonSerializer.Serialize(scan, Json.Options)))]);

    private static HandOverFile Sign(HandOverFile file, ECDsa key) => file with
    {
        Items = [.. file.Items.Select((item, index) => item with { Signature = Convert.ToBase64String(key.SignData(file.Of(index), HashAlgorithmName.SHA256)) })],
        Signature = Convert.ToBase64String(key.SignData(file.Head(), HashAlgorithmName.SHA256)),
    };
}

public sealed class HandOverOnSqlite(SqliteFixture database) : HandOverContract(database), IClassFixture<SqliteFixture>;

public sealed class HandOverOnPostgreSql(PostgreSqlFixture database) : HandOverContract(database), IClassFixture<PostgreSqlFixture>;
