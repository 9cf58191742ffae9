using System.Net;
using Bunit;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Home;
using Tourism.Pos.Till.Passkeys;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>Passkeys on the screens: to sign in, as the second factor, and one's own list of them.</summary>
public sealed class PasskeyTests : StaffScreen
{
    private const string Own = "/api/v1/session/passkeys";
    private const string SignIn = "/api/v1/session/passkey";

    private static PasskeyView Laptop { get; } = new("AAEC", "事務所の PC", new DateTime(2026, 11, 22, 0, 30, 0, DateTimeKind.Utc));

    [Fact]
    public void SignIn_WithAPasskey_HandsTheServersQuestionToTheBrowserAndTheAnswerBack()
    {
        Server.On("POST", SignIn, _ => new SessionView("production", null, []));
        Server.On("POST", SignIn + "/options", _ => new PasskeyOptionsView("asked"));
        Passkeys.Shown = "shown";
        var button = Render<PasskeySignInButton>();

        Tap(button, "sign-in-passkey");

        Eventually(() => Assert.Equal(["shown"], Server.All.Where(sent => sent.Path == SignIn).Select(sent => sent.Read<PasskeySignIn>().Credential)));
        Assert.Equal(["asked"], Passkeys.Asked);
    }

    [Fact]
    public void SignIn_WhenThePersonGivesUp_SaysSoAndSendsNothing()
    {
        Server.On("POST", SignIn + "/options", _ => new PasskeyOptionsView("asked"));
        Passkeys.Shown = null;
        var button = Render<PasskeySignInButton>();

        Tap(button, "sign-in-passkey");

        Await(button, "no-passkey");
        Assert.DoesNotContain(Server.All, sent => sent.Path == SignIn);
    }

    [Fact]
    public void SignIn_InABrowserThatKnowsNone_ShowsNoButton()
    {
        Passkeys.Work = false;

        Assert.Empty(Render<PasskeySignInButton>().FindAll("button"));
    }

    [Fact]
    public void SignIn_WhereOnlyAPasskeyIsTheSecondFactor_SaysSoAndTakesARecoveryCode()
    {
        Server.Refuse("POST", "/api/v1/session/password", HttpStatusCode.UnprocessableEntity, "パスキーで", "recovery");
        var form = Render<SignInForm>();
        Find(form, "name").Input("hana");
        Find(form, "password").Input("朝の秋芳洞はとても涼しい");
        Submit(form);

        Assert.Equal("パスキーで", Find(form, "problem").QuerySelector("p")!.TextContent);
        Await(form, "code");
    }

    [Fact]
    public void SecondFactor_ByPasskey_ShowsTheRecoveryCodesOnce()
    {
        Server.On("PUT", "/api/v1/session/second-factor", _ => new SecondFactorView("ABCD", "otpauth://totp/x"));
        Server.On("PUT", Own, _ => new PasskeyAddedView(Laptop, ["AAAAA-BBBBB"]));
        Server.On("PUT", Own + "/options", _ => new PasskeyOptionsView("asked"));
        var panel = Render<SecondFactorPanel>();
        Find(panel, "passkey-name").Input("事務所の PC");

        panel.FindAll("form")[1].Submit();

        Assert.Contains("AAAAA-BBBBB", Find(panel, "recovery").TextContent, StringComparison.Ordinal);
        Assert.Equal("事務所の PC", Server.All.Single(sent => sent.Path == Own).Read<PasskeyRequest>().Name);
    }

    [Fact]
    public void OwnPasskeys_OneRemoved_ListsWhatIsLeft()
    {
        Server.On("GET", Own, _ => new[] { Laptop });
        Server.On("DELETE", Own + "/AAEC", _ => Array.Empty<PasskeyView>());
        var page = Render<PasskeysPage>();
        Assert.Contains("2026-11-22 09:30", Find(page, "passkeys").TextContent, StringComparison.Ordinal);

        Tap(page, "passkey-remove");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=passkey-remove]")));
        Assert.Single(Server.Of("DELETE", Own + "/AAEC"));
    }

    [Fact]
    public void OwnApp_AddedLater_ShowsTheRecoveryCodesAndThenThatItIsOn()
    {
        var on = false;
        Server.On("GET", AuthenticatorApp.Path, _ => new SecondFactorStateView(on));
        Server.On("PUT", AuthenticatorApp.Path, _ => new SecondFactorView("ABCD", "otpauth://totp/x"));
        Server.On("PUT", AuthenticatorApp.Path + "/confirmation", _ => new RecoveryCodesView(["AAAAA-BBBBB"]));
        var app = Render<OwnApp>();
        Assert.Empty(Server.Of("PUT", AuthenticatorApp.Path));

        Tap(app, "app-add");
        Find(app, "factor-code").Input("123456");
        Submit(app);
        Assert.Contains("AAAAA-BBBBB", Find(app, "recovery").TextContent, StringComparison.Ordinal);
        on = true;
        Tap(app, "codes-kept");

        Await(app, "app-on");
        Assert.Equal("123456", Server.Of("PUT", AuthenticatorApp.Path + "/confirmation").Single().Read<SecondFactorCode>().Code);
    }
}
