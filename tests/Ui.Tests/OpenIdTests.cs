using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.OpenId;
using Tourism.Pos.Till.Home;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>Leaving for the provider of the city's accounts, and where people come out again.</summary>
public sealed class OpenIdTests : StaffScreen
{
    private const string Session = "/api/v1/session";
    private static readonly LocalText City = new("市のアカウント", "city account");

    [Fact]
    public void Invitation_WithACityAccount_LeavesForTheProviderWithItsToken()
    {
        Server.On("GET", Session, _ => new SessionView("production", null, []) { OpenId = City });
        Server.On("POST", Session + "/openid", _ => new OpenIdStartView("https://login.city.example/authorize?x=1"));
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("invitation#TOKEN");
        var page = Render<InvitationPage>();
        Assert.Contains("市のアカウント", Find(page, "openid").TextContent, StringComparison.Ordinal);

        Tap(page, "openid");

        Eventually(() => Assert.Equal("https://login.city.example/authorize?x=1", navigation.Uri));
        Assert.Equal(new OpenIdStart(Invitation: "TOKEN"), Server.Of("POST", Session + "/openid").Single().Read<OpenIdStart>());
    }

    [Fact]
    public void SignIn_WithoutAProvider_ShowsNoButton()
    {
        Server.On("GET", Session, _ => new SessionView("production", null, []));

        Assert.Empty(Render<InvitationPage>().FindAll("[data-testid=openid]"));
    }

    [Fact]
    public void Code_AfterTheProvider_IsSentAndLeadsHome()
    {
        Server.On("POST", Session + "/openid/code", _ => new SessionView("production", null, []));
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("openid/code");
        var page = Render<OpenIdPage>(one => one.Add(p => p.Outcome, "code"));
        Find(page, "openid-code").Input("123456");

        Submit(page);

        Eventually(() => Assert.Equal("123456", Server.Of("POST", Session + "/openid/code").Single().Read<SecondFactorCode>().Code));
        Eventually(() => Assert.Equal(navigation.BaseUri, navigation.Uri));
    }

    [Theory]
    [InlineData("linked", "つなぎました")]
    [InlineData("unknown-identity", "招待を頼む")]
    [InlineData("refused", "はじめから")]
    [InlineData("<script>", "はじめから")]
    public void Outcome_OfWhateverHappened_IsToldInWords(string outcome, string words)
    {
        var page = Render<OpenIdPage>(one => one.Add(p => p.Outcome, outcome));

        Assert.Contains(words, Find(page, "openid-outcome").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Link_TakenAway_CanBeMadeAgain()
    {
        Server.On("GET", Session, _ => new SessionView("production", null, []) { OpenId = City });
        Server.On("GET", Session + "/openid/link", _ => new OpenIdLinkView(true));
        Server.On("DELETE", Session + "/openid/link", _ => new OpenIdLinkView(false));
        Server.Refuse("POST", Session + "/openid", HttpStatusCode.ServiceUnavailable, "away");
        var link = Render<OpenIdLink>();

        Tap(link, "openid-unlink");
        Tap(link, "openid");

        Assert.Equal(new OpenIdStart(Link: true), Server.Of("POST", Session + "/openid").Single().Read<OpenIdStart>());
        Assert.Equal("away", Find(link, "problem").QuerySelector("p")!.TextContent);
    }
}
