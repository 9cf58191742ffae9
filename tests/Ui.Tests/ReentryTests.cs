using Bunit;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Gate;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>A gate that notes who goes out, with a server and alone.</summary>
public sealed class ReentryTests : GateTestBase
{
    private const string Address = "HTTP://CITY.TEST/T/CODE";
    private readonly Guid _ticket = Guid.CreateVersion7();

    private string Code => Browser.Ticket(_ticket);

    [Fact]
    public void Gate_WhereNobodyComesInAgain_HasNoSwitch()
    {
        Assert.Empty(Open().FindAll("[data-testid=turn]"));
    }

    [Fact]
    public async Task Switch_ToOut_IsSentAndSaidInWords()
    {
        Here = Returning;
        Answer(id => new ScanView(
            id, ScanOutcome.WentOut, 0, 2, null, null, [new PartyView(Here.Products[0].Name, 3)], WentOut: 2, Again: 2, Use: new SiteUseView(3, new DateOnly(2026, 11, 22), 1, 2)));
        var gate = Open();
        Assert.Equal("true", Find(gate, "turn-in").GetAttribute("aria-pressed"));
        Tap(gate, "turn-out");
        Assert.Equal("true", Find(gate, "turn-out").GetAttribute("aria-pressed"));
        Tap(gate, "people-plus", times: 2);
        Type(gate, Address);
        Shows(gate, "WentOut");

        var verdict = Find(gate, "scan-result");
        Assert.Contains("2 人 外出", verdict.TextContent, StringComparison.Ordinal);
        Assert.Contains("out", verdict.ClassList);
        Assert.Equal("中 1 人 / 3 人 · 外出 2 人 · 入れる人数 2 人", Find(gate, "remaining").TextContent);
        Assert.Equal([true], Device.Sounds);
        Assert.Equal((ScanDirection.Out, 2), (Sent[0].Direction, Sent[0].People));
        await ((GateScreen)Readers.Listener!).Command("turn");
        gate.WaitForAssertion(() => Assert.Equal("true", Find(gate, "turn-in").GetAttribute("aria-pressed")));
    }

    [Fact]
    public void Alone_OutAndInAgain_CountsAsTheServerWould()
    {
        var gate = OpenReturning();
        Go(gate, "turn-in", 0, "Admitted");
        Go(gate, "turn-out", 4, "NotInside");
        Go(gate, "turn-out", 2, "WentOut");
        Assert.Equal("中 1 人 / 3 人 · 外出 2 人 · 入れる人数 2 人", Find(gate, "remaining").TextContent);
        Go(gate, "turn-in", 3, "ExceedsParty");
        Go(gate, "turn-in", 0, "Admitted");
        Assert.Contains("2 人 どうぞ", Find(gate, "scan-result").TextContent, StringComparison.Ordinal);
        Go(gate, "turn-in", 0, "AlreadyUsed");
    }

    [Fact]
    public void Alone_OutTakenBack_TheyAreInsideAgain()
    {
        var gate = OpenReturning();
        Go(gate, "turn-in", 0, "Admitted");
        Go(gate, "turn-out", 0, "WentOut");
        Tap(gate, "undo");
        Shows(gate, "Undone");
        Go(gate, "turn-in", 0, "AlreadyUsed");
    }

    [Fact]
    public void Alone_TicketWithoutSecondEntry_SaysSo()
    {
        Here = Returning with { Products = [Returning.Products[0], Cave.Products[1]] };
        var gate = OpenAlone();
        Go(gate, "turn-in", 0, "Admitted");
        Go(gate, "turn-out", 0, "NoReentry");
    }

    [Fact]
    public void Alone_WhatTheListSaid_CountsAsTold()
    {
        Tickets.Add(new TicketStateView(_ticket, TicketStanding.Good, 3, null, null, Use: new SiteUseView(3, new DateOnly(2026, 11, 22), 2, 1)));
        var gate = OpenReturning();
        Go(gate, "turn-in", 0, "Admitted");
        Assert.Contains("1 人 どうぞ", Find(gate, "scan-result").TextContent, StringComparison.Ordinal);
        Go(gate, "turn-out", 0, "WentOut");
        Assert.Contains("3 人 外出", Find(gate, "scan-result").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Back_ReportsWhoWentOut()
    {
        Answer(id => new ScanView(id, ScanOutcome.WentOut, 0, 3, null, null, WentOut: 3));
        var gate = OpenReturning();
        Go(gate, "turn-in", 0, "Admitted");
        Go(gate, "turn-out", 0, "WentOut");
        Reconnect(gate);

        var reported = Sent.Last(scan => scan.Happened is not null);
        Assert.Equal((ScanDirection.Out, new ScanHappened(ScanOutcome.WentOut, 0, WentOut: 3)), (reported.Direction, reported.Happened));
    }

    private IRenderedComponent<GateScreen> OpenReturning()
    {
        Here = Returning;
        return OpenAlone();
    }

    private void Go(IRenderedComponent<GateScreen> gate, string turn, int people, string outcome)
    {
        Tap(gate, turn);
        Tap(gate, "people-plus", times: people);
        Type(gate, Code);
        Shows(gate, outcome);
    }
}
