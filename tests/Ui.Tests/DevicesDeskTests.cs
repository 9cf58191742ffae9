using Bunit;
using Tourism.Kernel;
using Tourism.Pos.Office.Devices;
using Tourism.Pos.Shared.Wire;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>The office's screen of devices and of the keys that sign tickets.</summary>
public sealed class DevicesDeskTests : StaffScreen
{
    [Fact]
    public void Keys_ShowWhatARevocationHitsAndTakeItBack()
    {
        var now = new DateTime(2026, 11, 22, 1, 30, 0, DateTimeKind.Utc);
        TicketKeyView[] keys =
        [
            new(7, TicketKeyState.Signing, now) { LastUsedAt = now }, new(8, TicketKeyState.Signing, now) { Site = "akiyoshido", Till = Till, Device = "窓口1 iPad", MayRenew = true, Awaited = 3, Sold = 40 },
            new(9, TicketKeyState.Revoked, now) { RevokedAt = now, RestorableUntil = now.AddMinutes(10) }, new(10, TicketKeyState.Verified, now) { SignsUntil = now },
        ];
        Server.On("GET", "/api/v1/ticket-keys", _ => keys);
        Server.On("PUT", "/api/v1/ticket-keys/", _ => new KeyView(7, "", null, null, false));
        var desk = Render<KeysDesk>(one => one.Add(d => d.MayChange, true));
        desk.WaitForAssertion(() => Assert.Equal(4, desk.FindAll("[data-testid=ticket-key]").Count));
        Assert.Contains("入場券 3 枚", desk.FindAll("[data-testid=key-hits]")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("未使用の 40 枚", desk.FindAll("[data-testid=key-hits]")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(2, desk.FindAll("[data-testid=key-revoke]").Count);

        foreach (var act in new[] { "rotate-key", "key-renew", "key-revoke", "key-restore" })
            Tap(desk, act);

        desk.WaitForAssertion(() => Assert.Equal(["8/renewal", "8/revocation", "9/restoration"], Server.Of("PUT", "/api/v1/ticket-keys/").Skip(1).Select(sent => sent.Path["/api/v1/ticket-keys/".Length..])));
        Assert.Contains("/rotations/", Server.Of("PUT", "/api/v1/ticket-keys/")[0].Path, StringComparison.Ordinal);
        Assert.Empty(Render<KeysDesk>().FindAll("button"));
    }

    [Fact]
    public void Desk_AddsADeviceAndShowsItsCodeOnce()
    {
        var tablet = Guid.CreateVersion7();
        var cave = Cave with { Tills = [new PlaceView(Till, new LocalText("正面窓口 1"))] };
        var device = new DeviceView(tablet, "窓口1 iPad", "akiyoshido", DeviceState.New) { EnrolledBy = "admin", Till = Till };
        Server.On("GET", "/api/v1/catalogue", _ => new CatalogueView(Cave.Name, new DateOnly(2026, 11, 22), [cave, Shop]));
        Server.On("GET", "/api/v1/devices", _ => new[] { device });
        Server.On("PUT", "/api/v1/devices/", sent => device);
        Server.On("PUT", $"/api/v1/devices/{tablet}/code", _ => new DeviceCodeView("123456789012", "https://pay.city.example/app/enrol#123456789012", new DateTime(2026, 11, 22, 1, 45, 0, DateTimeKind.Utc)));
        var desk = Render<DevicesDesk>(one => one.Add(d => d.MayChange, true).Add(d => d.Site, "akiyoshido"));
        Tap(desk, "new-device");
        Assert.DoesNotContain("momiji", Find(desk, "device-place").InnerHtml, StringComparison.Ordinal);
        Find(desk, "device-name").Input("窓口1 iPad");
        Assert.True(Find(desk, "device-save").HasAttribute("disabled"));
        Find(desk, "device-place").Change($"akiyoshido/till/{Till}");
        Submit(desk);

        Assert.Equal("1234 5678 9012", Find(desk, "device-code").TextContent);
        Assert.Equal(new DeviceRequest("窓口1 iPad", "akiyoshido", Till), Server.Of("PUT", "/api/v1/devices/")[0].Read<DeviceRequest>());
        Tap(desk, "device-revoke");
        Assert.Empty(Server.Of("PUT", $"/api/v1/devices/{tablet}/revocation"));
        Tap(desk, "device-sure");
        Eventually(() => Assert.Single(Server.Of("PUT", $"/api/v1/devices/{tablet}/revocation")));
    }
}
