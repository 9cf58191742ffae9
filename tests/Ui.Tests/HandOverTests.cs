using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tourism.Kernel;
using Tourism.Pos.Office.Devices;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Gate;
using Tourism.Pos.Ui.Layout;
using Tourism.Pos.Ui.Session;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>A revoked device of the counter, with a sale and a gate's scan on it.</summary>
public sealed class HandOverTests : TillTestBase
{
    private const string Scans = "/api/v1/gates/main/scans";
    private static readonly Guid Tablet = Guid.CreateVersion7();
    private static readonly DeviceView Known = new(Tablet, "窓口1 iPad", "akiyoshido", DeviceState.Revoked) { EnrolledBy = "admin" };
    private readonly FakeGate _gate = new();
    private readonly Guid _scan = Guid.CreateVersion7();
    private bool _revoked;

    public HandOverTests()
    {
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 1, 30, 0, TimeSpan.Zero)));
        Services.AddSingleton<IGateStore>(_gate);
        Server.On("PUT", "/api/v1/device", _ => new OwnDeviceView(_revoked ? OwnDeviceState.Revoked : OwnDeviceState.Active) { Id = Tablet, Name = "窓口1 iPad", Till = Till });
        Server.On("GET", "/api/v1/session", _ => SessionOf("hana", Roles.TicketStaff));
        Server.On("PUT", $"/api/v1/devices/{Tablet}/hand-over", _ => Known);
        Server.On("POST", $"/api/v1/devices/{Tablet}/hand-over-check", sent => new HandOverCheckView(Known, Proven: true, []));
        Server.On("POST", Scans, sent => new ScanView(sent.Read<ScanRequest>().Id, ScanOutcome.Admitted, 2, 0, null, null, Conflict: true));
    }

    [Fact]
    public async Task Scans_OfARevokedGate_AreHandedOverWithTheSales()
    {
        var shell = await RevokedAsync();
        await Services.GetRequiredService<StaffSession>().TakeAsync(SessionOf("admin", Roles.Administrator));
        Assert.Contains("2 件", Find(shell, "device-revoked").TextContent, StringComparison.Ordinal);
        Tap(shell, "hand-over");

        Eventually(() => Assert.Equal(new DeviceHandOver(1, 0) { Scans = 1 }, Server.Of("PUT", $"/api/v1/devices/{Tablet}/hand-over").Single().Read<DeviceHandOver>()));
        var scan = Assert.Single(Server.Of("POST", Scans)).Read<ScanRequest>();
        Assert.Equal((_scan, "ken", Tablet), (scan.Id, scan.Person, scan.Device));
        Assert.Equal(["conflict." + _scan], _gate.Notes.Keys);
    }

    [Fact]
    public async Task Scans_ThatFindNoNetwork_StayOnTheGate()
    {
        var shell = await RevokedAsync();
        await Services.GetRequiredService<StaffSession>().TakeAsync(SessionOf("admin", Roles.Administrator));
        Server.Down = true;
        Tap(shell, "hand-over");
        Await(shell, "problem");

        Assert.Contains("scan." + _scan, _gate.Notes.Keys);
        Assert.Empty(Server.Of("PUT", $"/api/v1/devices/{Tablet}/hand-over"));
    }

    /// <summary>A gate whose clock was wrong: its device holds the only record of who went in.</summary>
    [Fact]
    public async Task Scans_ThatTheServerRefuses_StayOnTheGateAndAreNotCounted()
    {
        var shell = await RevokedAsync();
        await Services.GetRequiredService<StaffSession>().TakeAsync(SessionOf("admin", Roles.Administrator));
        Server.Refuse("POST", Scans, HttpStatusCode.BadRequest, "読み取りの時刻が範囲の外です。", "occurredAt");
        Tap(shell, "hand-over");

        Assert.Contains("読み取りの時刻が範囲の外です。", Find(shell, "problem").TextContent, StringComparison.Ordinal);
        Assert.Contains("scan." + _scan, _gate.Notes.Keys);
        Assert.Equal(new DeviceHandOver(1, 1), Server.Of("PUT", $"/api/v1/devices/{Tablet}/hand-over").Single().Read<DeviceHandOver>());
        Assert.Contains("1 件", Find(shell, "device-revoked").TextContent, StringComparison.Ordinal);
        Assert.Contains((await Services.GetRequiredService<HandOver>().SaveAsync()).Split('"'), part => part == Scans);
    }

    /// <summary>The administrator cannot sign in without network, so the file is there for whoever stands at the device.</summary>
    [Fact]
    public async Task File_SavedWithoutNetwork_IsSignedAndReadInAtTheOffice()
    {
        var shell = await RevokedAsync();
        Assert.Empty(shell.FindAll("[data-testid=hand-over-save]"));
        Server.Down = true;
        await Services.GetRequiredService<OwnDevice>().ContactAsync();
        Assert.Contains("入場券と同じように保管", Find(shell, "hand-over-secret").TextContent, StringComparison.Ordinal);
        Tap(shell, "hand-over-save");
        Eventually(() => Assert.Single(Device.Saved));
        var (name, text) = Device.Saved.Single();
        Assert.Equal("akiyoshido-1-20261122-1030.json", name);
        var file = JsonSerializer.Deserialize<HandOverFile>(text, Json.Options)!;
        Assert.Equal([HandOverKind.Sale, HandOverKind.Scan], file.Items.Select(item => item.Kind!.Value));
        Assert.True(Store.Key.VerifyData(file.Head(), Convert.FromBase64String(file.Signature!), HashAlgorithmName.SHA256));
        Assert.True(Store.Key.VerifyData(file.Of(1), Convert.FromBase64String(file.Items[1].Signature!), HashAlgorithmName.SHA256));

        Server.Down = false;
        var panel = Read(text);
        Tap(panel, "hand-over-take");
        Assert.Contains("2 件を記録しました", Find(panel, "hand-over-done").TextContent, StringComparison.Ordinal);
        Assert.Equal(new DeviceHandOver(1, 0) { Scans = 1, File = file.Id }, Server.Of("PUT", $"/api/v1/devices/{Tablet}/hand-over").Single().Read<DeviceHandOver>());
        Assert.Equal(("hana", Tablet), (Sold[^1].Person, Sold[^1].Device));
        Assert.Equal(("ken", Tablet), (Server.Of("POST", Scans)[^1].Read<ScanRequest>().Person, Server.Of("POST", Scans)[^1].Read<ScanRequest>().Device));
        Assert.Contains("scan." + _scan, _gate.Notes.Keys);
    }

    [Fact]
    public async Task File_WithAnItemTheServerDoesNotTake_NamesItAndTakesTheOthers()
    {
        await RevokedAsync();
        var text = await Services.GetRequiredService<HandOver>().SaveAsync();
        Server.Refuse("POST", Scans, HttpStatusCode.Conflict, "別の内容です。");

        var panel = Read(text);
        Tap(panel, "hand-over-take");

        Assert.Contains("1 件を記録しました", Find(panel, "hand-over-done").TextContent, StringComparison.Ordinal);
        Assert.Equal("2 件目: 別の内容です。", Find(panel, "hand-over-faults").TextContent.Trim());
        Assert.Equal(1, Server.Of("PUT", $"/api/v1/devices/{Tablet}/hand-over").Single().Read<DeviceHandOver>().Left);
    }

    [Fact]
    public async Task File_ChangedOrNone_IsSaidBeforeAnythingIsTaken()
    {
        await RevokedAsync();
        var text = await Services.GetRequiredService<HandOver>().SaveAsync();
        Server.On("POST", $"/api/v1/devices/{Tablet}/hand-over-check", _ => new HandOverCheckView(Known, Proven: false, [new HandOverFault(1, new LocalText("変えられています。")), new HandOverFault(null, new LocalText("欠けています。"))]));

        var panel = Read(text);

        Assert.Contains("1 件目: 変えられています。", Find(panel, "hand-over-faults").TextContent, StringComparison.Ordinal);
        Assert.Contains("ファイル全体: 欠けています。", Find(panel, "hand-over-faults").TextContent, StringComparison.Ordinal);
        Assert.Contains("確かめられません", Find(panel, "hand-over-proven").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 件を読み込む", Find(panel, "hand-over-take").TextContent, StringComparison.Ordinal);
        Tap(panel, "hand-over-take");
        Find(panel, "hand-over-done");
        var calls = Server.All.Select(sent => $"{sent.Method} {sent.Path}").ToList();
        // Said before anything is taken: the tab may be closed half way.
        Assert.True(calls.IndexOf($"PUT /api/v1/devices/{Tablet}/hand-over") < calls.LastIndexOf($"POST {Scans}"));
        Assert.True(Server.Of("PUT", $"/api/v1/devices/{Tablet}/hand-over")[0].Read<DeviceHandOver>().Unproven);
        foreach (var wrong in new[] { "", "null", "[]", "{}x", text[..^20], "{\"format\":1}" })
            Await(Read(wrong), "hand-over-unreadable");
    }

    /// <summary>The till is asked for another key: it goes on with a new series, and what it signs next is signed by the new key.</summary>
    [Fact]
    public async Task Renewal_Asked_TheTillGoesOnWithAnotherKeyAndSeries()
    {
        var (asked, first) = (true, (await Store.PublicKeyAsync())!);
        Server.On("PUT", "/api/v1/tills/", sent =>
        {
            var fresh = sent.Read<EpochRequest>().PublicKey != Convert.ToBase64String(first);
            return new EpochView(Guid.Parse(sent.Path.Split('/')[^1]), Till, fresh ? 4 : 3, 0, Key: fresh ? 8u : 7u) { Renew = asked && !fresh };
        });
        var till = Open();
        Eventually(() => Assert.NotEqual(first, Store.Key.ExportSubjectPublicKeyInfo()));
        asked = false;
        RingUp(till);
        Sell(till);

        Eventually(() => Assert.Equal((4, 1), (Sold[0].Epoch, Sold[0].Number)));
        Assert.True(Store.Key.VerifyData(Convert.FromHexString(Sold[0].Journal!.Hash), Convert.FromBase64String(Sold[0].Journal!.Signature!), HashAlgorithmName.SHA256));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _gate.Dispose();
    }

    private IRenderedComponent<HandOverPanel> Read(string text)
    {
        var panel = Render<HandOverPanel>();
        panel.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "akiyoshido-1.json"));
        return panel;
    }

    /// <summary>A device that was revoked while a sale and a scan waited on it.</summary>
    private async Task<IRenderedComponent<Shell>> RevokedAsync()
    {
        var shell = Render<Shell>();
        Eventually(() => Assert.True(Services.GetRequiredService<OwnDevice>().Enrolled));
        await Services.GetRequiredService<StaffSession>().LoadAsync();
        var till = Open();
        Server.Down = true;
        RingUp(till);
        Sell(till);
        var scan = new ScanRequest(_scan, "HTTP://CITY.TEST/T/CODE", null, new DateTime(2026, 11, 22, 1, 20, 0, DateTimeKind.Utc), new ScanHappened(ScanOutcome.Admitted, 2)) { Person = "ken" };
        _gate.Notes["scan." + _scan] = JsonSerializer.Serialize(new KeptScan("main", scan, Guid.CreateVersion7(), null), Json.Options);
        (_revoked, Server.Down) = (true, false);
        await Services.GetRequiredService<OwnDevice>().ContactAsync();
        Await(shell, "device-revoked");
        return shell;
    }

    private static SessionView SessionOf(string person, string role) => new("training", new PersonView(person, new LocalText(person), [role], "akiyoshido", Till, null), []) { ByName = true };
}
