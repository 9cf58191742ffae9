using System.Text.Json;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>What comes out of the printer, with and without network.</summary>
public sealed class PaperTests : TillTestBase
{
    [Fact]
    public void Receipt_OfASaleNobodyHasSeen_HasItsLinesAndNumber()
    {
        var till = Open();
        Server.Down = true;
        RingUp(till);
        Sell(till);
        var paper = Find(till, "paper").TextContent;

        Assert.Contains("大人", paper, StringComparison.Ordinal);
        Assert.Contains("3,300円", paper, StringComparison.Ordinal);
        Assert.Contains(Find(till, "receipt-number").TextContent, paper, StringComparison.Ordinal);
        Assert.DoesNotContain("再発行", paper, StringComparison.Ordinal);
    }

    [Fact]
    public void Receipt_PrintedAgain_IsMarked()
    {
        var till = Open();
        RingUp(till);
        Sell(till);
        Tap(till, "next");
        Tap(till, "last-sales");
        Tap(till, "reprint");

        Assert.Equal(1, Device.Printed);
        Assert.Contains("再発行", Find(till, "paper").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_OutsideProduction_SaysThatItIsNotReal()
    {
        Store.Kept["session"] = JsonSerializer.Serialize(new SessionView("training", null, []), Json.Options);
        await Services.GetRequiredService<Pos.Ui.Session.StaffSession>().LoadAsync();
        var till = Open();
        RingUp(till);
        Sell(till);

        Assert.Contains("研修用", Find(till, "paper").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Width_Chosen_IsRememberedByTheDevice()
    {
        Device.Kept["tourism.paper"] = "58";
        var till = Open();
        RingUp(till);
        Sell(till);
        Assert.Contains("paper-58", Find(till, "printout").ClassList);
        Tap(till, "next");
        Tap(till, "last-sales");
        Tap(till, "paper-80");

        till.WaitForAssertion(() => Assert.Contains("paper-80", Find(till, "printout").ClassList));
        Assert.Equal("80", Device.Kept["tourism.paper"]);
    }
}
