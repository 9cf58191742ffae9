using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel;
using Tourism.Pos.Office.Letters;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Home;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>Links by mail on the people screen, and the screen of letters that were not sent.</summary>
public sealed class LetterTests : StaffScreen
{
    private static AccountView Hana { get; } = new(
        Guid.CreateVersion7(), "hana", "窓口 花", [new PostView([Roles.TicketStaff])], AccountState.New, SecondFactor: false, Version: 1) { Email = "hana@city.example" };

    private static string Of { get; } = $"/api/v1/accounts/{Hana.Id}";

    private static string Letters => Of + "/letters";

    private static LetterView Written(LetterState state, LetterTrouble? trouble = null) => new(Guid.CreateVersion7(), new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc), state, 1, null, trouble);

    [Fact]
    public void Mail_SentInEnglish_IsAskedForUnderANameAndShownUntilItIsOut()
    {
        var (sent, looks) = (0, 0);
        Server.On("PUT", Letters, _ => Written((LetterState)Interlocked.Exchange(ref sent, 1)));
        Server.On("GET", Letters, _ => Volatile.Read(ref sent) == 0 ? [] : new[] { Written(++looks < 3 ? LetterState.Waiting : LetterState.Sent) });
        var letters = Render<LetterSender>(one => one.Add(l => l.Of, Of).Add(l => l.Email, Hana.Email).Add(l => l.ForgetSecondFactor, true));
        Tap(letters, "letter-en");

        Tap(letters, "mail");

        letters.WaitForAssertion(() => Assert.Equal("Sent", Find(letters, "letter-sent").GetAttribute("data-state")));
        Assert.Equal(new LetterRequest("en", true), Server.Of("PUT", Letters).Single().Read<LetterRequest>());
        Assert.True(looks >= 3);
    }

    [Fact]
    public void Mail_WithoutAnAnswer_IsRepeatedUnderTheSameName()
    {
        Server.On("GET", Letters, _ => Array.Empty<LetterView>());
        Server.Refuse("PUT", Letters, HttpStatusCode.ServiceUnavailable, "later");
        var letters = Render<LetterSender>(one => one.Add(l => l.Of, Of).Add(l => l.Email, Hana.Email));
        Tap(letters, "mail");
        Tap(letters, "retry");

        Eventually(() => Assert.Equal(2, Server.Of("PUT", Letters).Count));
        Assert.Single(Server.Of("PUT", Letters).Select(sent => sent.Path).Distinct());
    }

    [Fact]
    public void Mail_ThatDied_SaysWhatToCorrect()
    {
        Server.On("GET", Letters, _ => new[] { Written(LetterState.Dead, LetterTrouble.WrongPassword) });
        var letters = Render<LetterSender>(one => one.Add(l => l.Of, Of).Add(l => l.Email, Hana.Email));

        Assert.Contains("User と Password", Find(letters, "letter-sent").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Person_WithoutAnAddress_CannotBeWrittenTo()
    {
        Server.On("GET", Letters, _ => Array.Empty<LetterView>());
        var letters = Render<LetterSender>(one => one.Add(l => l.Of, Of));

        Assert.Empty(letters.FindAll("[data-testid=mail]"));
    }

    [Fact]
    public void Outbox_ShowsALetterWhole_WithItsLink()
    {
        Server.On("GET", "/api/v1/letters", _ => new[] { new ShownLetterView(Guid.CreateVersion7(), DateTime.UnixEpoch, "hana@city.example", "ご案内", "花 様\n\nhttps://pay.city.example/app/invitation#TOKEN\n\njavascript:alert(1)\n") });
        var desk = Render<LettersDesk>();

        Assert.Equal("https://pay.city.example/app/invitation#TOKEN", Find(desk, "letter-link").GetAttribute("href"));
        Assert.Single(desk.FindAll("a"));
        Assert.Contains("花 様", Find(desk, "letter").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailUse.Shown, true)]
    [InlineData(MailUse.Sent, false)]
    [InlineData(null, false)]
    public void Outbox_HasADoor_WhereNothingIsSent(MailUse? mail, bool open) => Assert.Equal(
        open, Door.For(new PersonView("admin", new LocalText("管理者"), [Roles.Administrator], null, null, null), mail).Any(door => door.Screen == "letters"));
}
