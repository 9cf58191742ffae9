using System.Net;
using Bunit;
using Tourism.Kernel;
using Tourism.Pos.Office.People;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Home;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>Signing in by name, and keeping the people of a city.</summary>
public sealed class PeopleTests : StaffScreen
{
    private const string Accounts = "/api/v1/accounts";

    private static AccountView Hana { get; } = new(
        Guid.CreateVersion7(), "hana", "窓口 花", [new PostView([Roles.TicketStaff], "akiyoshido", "akiyoshido-1")], AccountState.Active, SecondFactor: false, Version: 4);

    [Fact]
    public void SignIn_WithASecondFactor_AsksForTheCodeAndSendsItWithThePassword()
    {
        Server.Refuse("POST", "/api/v1/session/password", HttpStatusCode.UnprocessableEntity, "6桁", "code");
        var form = Render<SignInForm>();
        Find(form, "name").Input("hana");
        Find(form, "password").Input("朝の秋芳洞はとても涼しい");
        Submit(form);
        Find(form, "code").Input("123456");
        Assert.Empty(form.FindAll("[data-testid=problem]"));
        Submit(form);
        Assert.Equal("6桁", Find(form, "problem").QuerySelector("p")!.TextContent);

        Assert.Equal([null, "123456"], Server.Of("POST", "/api/v1/session/password").Select(sent => sent.Read<PasswordSignIn>().Code));
    }

    [Fact]
    public void Invitation_WithoutItsEnd_SaysSoAndSendsNothing()
    {
        var page = Render<InvitationPage>();

        Await(page, "no-token");
        Assert.True(Find(page, "accept").HasAttribute("disabled"));
    }

    [Fact]
    public void Person_WithoutAPlaceForTheRole_CannotBeSavedAndWithItIsSentWhole()
    {
        var desk = OpenDesk([]);
        Tap(desk, "new");
        Find(desk, "account-name").Input("hana");
        Find(desk, "account-display-name").Input("窓口 花");
        Find(desk, $"role-0-{Roles.TicketStaff}").Change(true);
        Find(desk, "site-0").Change("akiyoshido");
        Assert.True(Find(desk, "save").HasAttribute("disabled"));
        Find(desk, "till-0").Change("akiyoshido-1");
        Server.On("PUT", Accounts, _ => Hana);
        desk.Find("form").Submit();

        Eventually(() => Assert.Single(Server.Of("PUT", Accounts)));
        var sent = Server.Of("PUT", Accounts)[0].Read<AccountRequest>();
        Assert.Equal(("hana", "窓口 花", null), (sent.Name, sent.DisplayName, sent.Version));
        Assert.Equal(("akiyoshido", "akiyoshido-1", null, Roles.TicketStaff), (sent.Posts[0].Site, sent.Posts[0].Till, sent.Posts[0].Gate, sent.Posts[0].Roles.Single()));
    }

    [Fact]
    public void Auditor_IsNothingElse()
    {
        var draft = new PostDraft();
        draft.Set(Roles.Administrator, true);
        draft.Set(Roles.Auditor, true);
        Assert.Equal([Roles.Auditor], draft.Roles);
        draft.Set(Roles.PointsClerk, true);
        Assert.Equal([Roles.PointsClerk], draft.Roles);
    }

    [Fact]
    public void Person_ChangedByAnotherMeanwhile_ShowsTheirChangeAndKeepsWhatWasTyped()
    {
        var desk = OpenDesk([Hana]);
        Tap(desk, "account-hana");
        Find(desk, "account-display-name").Input("窓口 はな");
        Server.On("GET", Accounts, _ => new[] { Hana with { DisplayName = "窓口 花子", Version = 5 } });
        Server.Refuse("PUT", Accounts, HttpStatusCode.Conflict, "ほかの管理者が先に変えました。");
        desk.Find("form").Submit();

        Await(desk, "problem");
        Assert.Contains("窓口 花子", Find(desk, "account-hana").TextContent, StringComparison.Ordinal);
        Assert.Equal("窓口 はな", Find(desk, "account-display-name").GetAttribute("value"));
        desk.Find("form").Submit();
        Eventually(() => Assert.Equal([4, 5], Server.Of("PUT", Accounts).Select(sent => sent.Read<AccountRequest>().Version!.Value)));
    }

    [Fact]
    public void Person_InvitedAfterAnotherChangedThem_IsNotSavedOverTheChangeUnseen()
    {
        var desk = OpenDesk([Hana]);
        Tap(desk, "account-hana");
        Server.On("GET", Accounts, _ => new[] { Hana with { Version = 5 } });
        Server.On("PUT", $"{Accounts}/{Hana.Id}/invitation", _ => new InvitationView("https://pay.city.example/app/invitation#T", new DateTime(2026, 11, 30, 1, 0, 0, DateTimeKind.Utc)));
        Tap(desk, "invite");
        Await(desk, "link");
        Server.On("PUT", $"{Accounts}/{Hana.Id}", _ => Hana with { Version = 6 });
        desk.Find("form").Submit();

        Eventually(() => Assert.Equal(4, Server.All.Last(sent => sent.Method == "PUT").Read<AccountRequest>().Version));
    }

    private IRenderedComponent<PeopleDesk> OpenDesk(AccountView[] accounts)
    {
        var cave = Cave with { Tills = [new PlaceView("akiyoshido-1", new LocalText("正面窓口 1"))] };
        Server.On("GET", "/api/v1/catalogue", _ => new CatalogueView(Cave.Name, new DateOnly(2026, 11, 22), [cave]));
        Server.On("GET", Accounts, _ => accounts);
        return Render<PeopleDesk>(desk => desk.Add(d => d.MayChange, true));
    }
}
