using System.Net;
using Bunit;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Arrivals;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>The shop's own screen, which visitors' phones cannot forge.</summary>
public sealed class ArrivalsTests : ArrivalsTestBase
{
    private static readonly ArrivalView First = Sale("417", 1_080, 0);
    private static readonly ArrivalView Second = Sale("083", 500, 1);

    [Fact]
    public void Open_PaidWhileNobodyLooked_IsListedAsMissedWithoutASound()
    {
        Answer([First], [First]);
        var screen = Open();

        Await(screen, "missed");
        Assert.Contains("417", Find(screen, "missed").TextContent, StringComparison.Ordinal);
        Assert.Equal("1,080円", Find(screen, "newest-amount").TextContent);
        Assert.Empty(Device.Sounds);
        Assert.False(Device.Kept.ContainsKey(Kept), "Nobody has said that they look.");
    }

    [Fact]
    public void Start_WhatIsShown_CountsAsSeenAndIsNotMissedNextTime()
    {
        Answer([First], [First]);
        var screen = Open();
        Await(screen, "missed");
        Tap(screen, "start");
        Await(screen, "attended");
        Assert.True(Device.Awake);
        Eventually(() => Assert.Contains(First.Sale.ToString(), Device.Kept[Kept], StringComparison.Ordinal));

        var next = Open();

        Await(next, "arrival-417");
        Assert.Empty(next.FindAll("[data-testid=missed]"));
    }

    [Fact]
    public void Paid_WhileTheScreenIsOpen_SoundsOnceAndIsShownLarge()
    {
        Answer([First], []);
        var screen = Open();
        Await(screen, "arrival-417");
        Tap(screen, "start");
        Eventually(() => Assert.Single(Device.Sounds));

        Answer([Second, First], [Second]);

        screen.WaitForAssertion(() => Assert.Equal("083", Find(screen, "newest-number").TextContent));
        Assert.Equal("1,580円", Find(screen, "arrivals-total").TextContent);
        Assert.Equal([true, true], Device.Sounds);
        Assert.Empty(screen.FindAll("[data-testid=missed]"));
    }

    [Fact]
    public void Tax_OneTap_SendsTheClassAndShowsWhatCounts()
    {
        Answer([First], []);
        Server.On("PUT", $"/api/v1/sales/{First.Sale}/tax/", _ => First with { TaxPercent = 8 });
        var screen = Open();
        Assert.Equal("true", Find(screen, "tax-417-standard").GetAttribute("aria-pressed"));

        Answer([First with { TaxPercent = 8 }], []);
        Tap(screen, "tax-417-reduced");

        screen.WaitForAssertion(() => Assert.Equal("true", Find(screen, "tax-417-reduced").GetAttribute("aria-pressed")));
        Assert.Equal(new TaxChangeRequest("reduced"), Assert.Single(Server.Of("PUT", "/api/v1/sales/")).Read<TaxChangeRequest>());
    }

    [Fact]
    public void Tax_Refused_SaysWhyAndStays()
    {
        Answer([First], []);
        Server.Refuse("PUT", $"/api/v1/sales/{First.Sale}/tax/", HttpStatusCode.UnprocessableEntity, "返金票に書かれています");
        var screen = Open();

        Tap(screen, "tax-417-reduced");
        Await(screen, "problem");
        Assert.Equal("true", Find(screen, "tax-417-standard").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void Tax_OfASaleThatMayNotChange_CannotBeTapped()
    {
        Answer([First with { MayChangeTax = false, Refunded = new Yen(1_080) }], []);
        var screen = Open();
        Await(screen, "arrival-417");
        Assert.True(screen.Find("[data-testid=arrival-417] fieldset").HasAttribute("disabled"));
        Assert.Equal("0円", Find(screen, "arrivals-total").TextContent);
    }

    [Fact]
    public void Sticker_MadeAndReplaced_AsksBeforeTheFormerStops()
    {
        var made = 0;
        Server.On("PUT", "/api/v1/sites/momiji/sticker/", _ => new StickerView(Guid.CreateVersion7(), "HTTP://CITY.TEST/S/TOKEN", $"/s/TOKEN{++made}/sheet", Now, "momiji"));
        var screen = Open();
        Tap(screen, "make-sticker");
        Assert.Equal("/s/TOKEN1/sheet", Find(screen, "print-sticker").GetAttribute("href"));

        Tap(screen, "replace-sticker");
        Tap(screen, "replace-not");
        Assert.Single(Server.Of("PUT", "/api/v1/sites/"));
        Tap(screen, "replace-sticker");
        Tap(screen, "replace-now");

        screen.WaitForAssertion(() => Assert.Equal("/s/TOKEN2/sheet", Find(screen, "print-sticker").GetAttribute("href")));
        var sent = Server.Of("PUT", "/api/v1/sites/");
        Assert.NotEqual(sent[0].Path, sent[1].Path);
    }

    [Fact]
    public void Network_Away_SaysSoAndGoesOnAsking()
    {
        Server.Down = true;
        var screen = Open();
        Await(screen, "problem");

        Server.Down = false;
        Answer([First], []);
        Await(screen, "arrival-417");
    }

    [Fact]
    public void Device_KeepsNothing_SaysSoAndGoesOn()
    {
        Device.Full = true;
        Answer([First], []);
        var screen = Open();
        Tap(screen, "start");
        Await(screen, "problem");

        Answer([Second, First], [Second]);

        screen.WaitForAssertion(() => Assert.Equal("083", Find(screen, "newest-number").TextContent));
        Await(screen, "problem");
        Assert.Equal([true, true], Device.Sounds);
    }
}
