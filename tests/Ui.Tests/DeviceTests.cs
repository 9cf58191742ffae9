using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Gate;
using Tourism.Pos.Till.Home;
using Tourism.Pos.Ui.Device;
using Tourism.Pos.Ui.Layout;
using Tourism.Pos.Ui.Outbox;
using Tourism.Pos.Ui.Session;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>A device of the counter at which Hana and Taro take turns.</summary>
public sealed class DeviceTests : TillTestBase
{
    private const string Own = "/api/v1/device";
    private const string Pin = "/api/v1/session/pin";
    private static readonly Guid Tablet = Guid.CreateVersion7();
    private readonly FakeGate _gate = new();
    private OwnDeviceState _state = OwnDeviceState.Active;
    private bool _forget;

    public DeviceTests()
    {
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 1, 30, 0, TimeSpan.Zero)));
        Services.AddSingleton<IGateStore>(_gate);
        Server.On("PUT", Own, Tell);
        Server.On("POST", Pin, sent => SessionOf(sent.Read<PinSignIn>().Person));
        Server.On("GET", "/api/v1/session", _ => SessionOf("hana"));
        Server.On("DELETE", "/api/v1/session", _ => SessionOf(null));
    }

    private PinDoor Door => Services.GetRequiredService<PinDoor>();

    private StaffSession Session => Services.GetRequiredService<StaffSession>();

    private OwnDevice Counter => Services.GetRequiredService<OwnDevice>();

    [Fact]
    public async Task Lock_ShowsNothingOfThePersonBefore_AndAsksBeforeTheirSaleGoes()
    {
        var shell = await AtWorkAsync("hana");
        Tap(shell, "lock");
        Await(shell, "locked");
        Assert.DoesNotContain("窓口 花", shell.Find("header").TextContent, StringComparison.Ordinal);
        Assert.True(shell.FindAll("main")[1].HasAttribute("inert"));

        Device.Busy = true;
        Tap(shell, "pin-person-taro");
        Find(shell, "pin").Input("2580");
        Submit(shell);
        Await(shell, "pin-clears");
        Assert.Single(Server.Of("POST", Pin));
        Submit(shell);

        shell.WaitForAssertion(() => Assert.Empty(shell.FindAll("[data-testid=locked]")));
        Assert.Equal(("taro", 1, false), (Session.Person!.Code, Door.Turn, Session.StandsIn));
    }

    [Fact]
    public async Task Reload_OfALockedScreen_StaysLocked()
    {
        await AtWorkAsync("hana");
        await Door.LockAsync();
        Assert.Equal("True", Store.Kept["locked"]);
        var again = new PinDoor(
            Services.GetRequiredService<Pos.Ui.Api.ApiClient>(), Store, Pins, Session, Counter);
        Assert.False(again.Ready);
        await again.StartAsync();

        Assert.True(again is { Ready: true, Locked: true });
    }

    [Fact]
    public async Task ChangeWithoutNetwork_SellsUnderTheNewName_AndAsksForThePinOnceMore()
    {
        var shell = await AtWorkAsync("taro");
        await Door.EnterAsync("hana", "2580");
        Server.Down = true;
        Assert.Equal("Wrong", (await Door.EnterAsync("taro", "0001"))!.Field);
        Assert.Null(await Door.EnterAsync("taro", "2580"));
        Assert.Equal(("taro", true), (Session.Person!.Code, Session.StandsIn));

        var till = Open();
        Server.Down = false;
        RingUp(till);
        Sell(till);
        Eventually(() => Assert.Equal(("taro", Tablet), (Sold[0].Person, Sold[0].Device)));
        Assert.Equal("taro", Server.Of("PUT", "/api/v1/sales/")[0].Person);
        Server.On("GET", "/api/v1/session", _ => SessionOf(null));
        await Counter.ContactAsync();
        Assert.True(Session.StandsIn);
        Find(shell, "pin-once-more").Input("2580");
        shell.Find("[data-testid=pin-again]").Submit();

        shell.WaitForAssertion(() => Assert.Empty(shell.FindAll("[data-testid=pin-again]")));
        Assert.Equal(("taro", false), (Session.Person!.Code, Session.StandsIn));
    }

    [Fact]
    public async Task APinTheServerTurnsAway_LetsNobodyStay()
    {
        await AtWorkAsync("hana");
        Server.Refuse("POST", Pin, HttpStatusCode.UnprocessableEntity, "PINでサインインできません。", "pin");
        await Door.EnterAsync("hana", "2580");

        Eventually(() => Assert.Null(Session.Person));
        Assert.Empty(Pins.Kept);
        Assert.False(Door.MayLock);
    }

    /// <summary>Pulling the cable must not leave the session of whoever was here before.</summary>
    [Fact]
    public async Task LeavingWithoutNetwork_TheSessionCountsNoMoreUntilTheServerHasEndedIt()
    {
        await AtWorkAsync("hana");
        await Door.LockAsync();
        Server.Down = true;
        await Door.LeaveAsync();
        Server.Down = false;
        Server.Refuse("DELETE", "/api/v1/session", HttpStatusCode.ServiceUnavailable, "later");
        await Session.LoadAsync();
        Assert.Null(Session.Person);
        Assert.Equal("-", Server.Of("DELETE", "/api/v1/session")[^1].Person);

        Server.On("DELETE", "/api/v1/session", _ => SessionOf(null));
        Server.On("GET", "/api/v1/session", _ => SessionOf(null));
        await Session.LoadAsync();

        Assert.Equal(("DELETE", "GET"), (Server.All[^2].Method, Server.All[^1].Method));
        Assert.Null(Server.All[^1].Person);
    }

    /// <summary>The answer to somebody who has gone does not bring them back.</summary>
    [Fact]
    public async Task AConfirmationThatComesLate_OpensNothing()
    {
        await AtWorkAsync("hana");
        await Door.EnterAsync("taro", "2580");
        Server.Hold("POST", Pin);
        await Door.EnterAsync("hana", "2580");
        await Door.EnterAsync("taro", "2580");
        Server.LetGo();

        Eventually(() => Assert.Equal("taro", Session.Person!.Code));
        await Door.LeaveAsync();
        Assert.Null(Session.Person);
    }

    [Fact]
    public async Task Forget_DropsAllButWhatIsNotSent_AndSaysSo()
    {
        await AtWorkAsync("hana");
        var till = Open();
        Server.RefuseWhen("PUT", "/api/v1/sales/", _ => true, HttpStatusCode.ServiceUnavailable, Take);
        RingUp(till);
        Sell(till);
        Eventually(() => Assert.Equal(FactState.Retry, Assert.Single(Store.Facts).State));
        _gate.Notes["list"] = _gate.Notes["scan.1"] = "{}";
        _forget = true;
        await Counter.ContactAsync();

        Assert.Single(Store.Facts);
        Assert.Equal(["scan.1"], _gate.Notes.Keys);
        Assert.Empty(Pins.Kept);
        Assert.DoesNotContain(Store.Kept.Keys, key => key.StartsWith("series.", StringComparison.Ordinal) || key == "catalogue");
        Assert.Null(Session.Person);
        Assert.Equal([true], Server.Of("PUT", Own).Select(sent => sent.Read<DeviceReport>()).Where(report => report.Forgotten).Select(report => report.Waiting == 2));
    }

    [Fact]
    public async Task Revoked_TheOutboxStandsStillUntilAnAdministratorHandsOver()
    {
        var shell = await AtWorkAsync("hana");
        var till = Open();
        Server.Down = true;
        RingUp(till);
        Sell(till);
        (_state, Server.Down) = (OwnDeviceState.Revoked, false);
        await Counter.ContactAsync();
        Await(shell, "device-revoked");
        Assert.Empty(shell.FindAll("[data-testid=hand-over]"));
        Assert.True(Services.GetRequiredService<FactOutbox>().Held);
        Server.On("PUT", $"/api/v1/devices/{Tablet}/hand-over", sent => new DeviceView(Tablet, "窓口1 iPad", "akiyoshido", DeviceState.Revoked) { EnrolledBy = "admin" });
        await Session.TakeAsync(SessionOf("admin", Roles.Administrator));
        Tap(shell, "hand-over");

        Eventually(() => Assert.Equal(FactState.Acknowledged, Assert.Single(Store.Facts).State));
        Eventually(() => Assert.Equal(1, Server.Of("PUT", $"/api/v1/devices/{Tablet}/hand-over").Single().Read<DeviceHandOver>().Sales));
        Assert.Equal(("hana", Tablet), (Sold[^1].Person, Sold[^1].Device));
    }

    [Fact]
    public void Enrol_AfterALostAnswer_IsTheSameEnrolment()
    {
        var page = Render<EnrolPage>();
        Find(page, "enrol-code").Input("1234 5678 9012");
        Server.Down = true;
        Submit(page);
        Await(page, "problem");
        Server.Down = false;
        Tap(page, "retry");

        Eventually(() => Assert.Equal(2, Server.Of("PUT", Own + "/enrolment").Count));
        var (first, second) = (Server.Of("PUT", Own + "/enrolment")[0], Server.Of("PUT", Own + "/enrolment")[1]);
        Assert.Equal(first.Read<EnrolmentRequest>(), second.Read<EnrolmentRequest>());
        Assert.Equal("123456789012", first.Read<EnrolmentRequest>().Code);
        Eventually(() => Assert.True(Counter.Enrolled));
    }

    [Fact]
    public void SignInThatMadeTheBrowserADevice_IsHeardAtOnceAndItsKeyShown()
    {
        _state = OwnDeviceState.None;
        var nobody = SessionOf(null) with { Mode = "demo", DemoPeople = [SessionOf("hana").Person!] };
        Server.On("GET", "/api/v1/session", _ => nobody);
        Server.On("POST", "/api/v1/session", _ =>
        {
            _state = OwnDeviceState.Active;
            return nobody with { Person = SessionOf("hana").Person };
        });
        var home = Render<HomePage>();

        Tap(home, "person-hana");

        Eventually(() => Assert.NotNull(Server.Of("PUT", Own)[^1].Read<DeviceReport>().PublicKey));
        Assert.True(Counter.Enrolled);
    }

    /// <summary>The shell of a device at which somebody came in by PIN, so that the device knows them.</summary>
    private async Task<IRenderedComponent<Shell>> AtWorkAsync(string person)
    {
        var shell = Render<Shell>();
        Eventually(() => Assert.True(Counter.Enrolled));
        Assert.Null(await Door.EnterAsync(person, "2580"));
        Await(shell, "lock");
        return shell;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _gate.Dispose();
    }

    private OwnDeviceView Tell(Sent sent)
    {
        if (sent.Path == Own && sent.Read<DeviceReport>().Forgotten)
            _forget = false;
        return new OwnDeviceView(_state)
        {
            Id = Tablet,
            Name = "窓口1 iPad",
            Site = "akiyoshido",
            Till = Till,
            Forget = _forget,
            People = _state == OwnDeviceState.Active && !_forget ? [new DevicePersonView("hana", "窓口 花", 1), new DevicePersonView("taro", "窓口 太郎", 1)] : [],
        };
    }

    private static SessionView SessionOf(string? person, string role = Roles.TicketStaff) => new(
        "training", person is null ? null : new PersonView(person, new LocalText(person == "hana" ? "窓口 花" : person), [role], "akiyoshido", Till, null), []) { ByName = true, ByPin = true };
}
