using System.Net;
using Bunit;
using Tourism.Pos.Shared.Wire;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>The gate without a server: what it decides, keeps, says and reports.</summary>
public sealed class LoneGateTests : GateTestBase
{
    private readonly Guid _ticket = Guid.CreateVersion7();

    private string Code => Browser.Ticket(_ticket);

    [Fact]
    public void Alone_GoodTicket_IsLetInOnceAndSaysSo()
    {
        var gate = OpenAlone();
        Type(gate, Code);
        Shows(gate, "Admitted");

        Assert.Equal("true", Find(gate, "net").GetAttribute("data-alone"));
        Await(gate, "decided-alone");
        Assert.Equal("大人 2 人 · 小学生 1 人", Find(gate, "party").TextContent);
        Assert.Contains("1", Find(gate, "waiting").TextContent, StringComparison.Ordinal);
        Assert.Contains(Browser.Notes.Keys, key => key.StartsWith("scan.", StringComparison.Ordinal));

        Type(gate, Code);
        Shows(gate, "AlreadyUsed");
        Assert.Contains("10:30 正面入口", Find(gate, "last-use").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Alone_PartOfAParty_LeavesTheRest()
    {
        var gate = OpenAlone();
        Tap(gate, "people-plus", times: 2);
        Type(gate, Code);
        Shows(gate, "Admitted");
        Tap(gate, "people-plus", times: 2);
        Type(gate, Code);
        Shows(gate, "ExceedsParty");
        Type(gate, Code);
        Shows(gate, "Admitted");
        Assert.Contains("1 人 どうぞ", Find(gate, "scan-result").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Alone_Forged_Foreign_AndOtherDays_AreRefused()
    {
        var gate = OpenAlone();
        Type(gate, "https://example.test/menu?table=4");
        Shows(gate, "Invalid");
        Type(gate, Code[..^10] + "0000000000");
        Shows(gate, "Invalid");
        Type(gate, Browser.Ticket(_ticket, firstDay: 1));
        Shows(gate, "TooEarly");
        Assert.Contains("2026-11-23", Find(gate, "last-use").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Alone_WhatTheListSaid_Counts()
    {
        Tickets.Add(new TicketStateView(_ticket, TicketStanding.Revoked, 0, null, null));
        var gate = OpenAlone();
        Type(gate, Code);
        Shows(gate, "Revoked");
    }

    [Fact]
    public void Alone_RevokedKey_IsUnknown()
    {
        Keys.Add(Browser.Key(revoked: true));
        var gate = OpenAlone();
        Type(gate, Code);
        Shows(gate, "UnknownKey");
    }

    [Fact]
    public void Alone_RevokedKey_LeavesGoodWhatTheListSaysWasSold()
    {
        var awaited = Guid.CreateVersion7();
        Keys.Add(Browser.Key(till: Till, revoked: true));
        Tickets.AddRange([new TicketStateView(_ticket, TicketStanding.Good, 0, null, null), new TicketStateView(awaited, TicketStanding.Good, 1, null, null, SaleAwaited: true)]);
        var gate = OpenAlone();
        Type(gate, Browser.Ticket(awaited));
        Shows(gate, "UnknownKey");
        Type(gate, Code);
        Shows(gate, "Admitted");
    }

    [Fact]
    public void Alone_TicketOfATillForSeveralDays_IsNoneItSells()
    {
        Keys.Add(Browser.Key(till: Till));
        var gate = OpenAlone();
        Type(gate, Browser.Ticket(_ticket, days: 2));
        Shows(gate, "Invalid");
    }

    [Fact]
    public void Alone_TicketOfATill_IsGoodWithItsSaleAwaited()
    {
        Keys.Add(Browser.Key(till: Till));
        var gate = OpenAlone();
        Type(gate, Code);
        Shows(gate, "Admitted");
        Assert.Contains("売上", Find(gate, "decided-alone").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Back_ReportsWhatHappenedUnderTheSameName()
    {
        Answer(id => new ScanView(id, ScanOutcome.Admitted, 3, 0, null, null));
        var gate = OpenAlone();
        Type(gate, Code);
        Shows(gate, "Admitted");
        Reconnect(gate);

        var reported = Sent.Where(scan => scan.Happened is not null).ToList();
        Assert.All(reported, scan => Assert.Equal(new ScanHappened(ScanOutcome.Admitted, 3), scan.Happened));
        Assert.Single(reported.Select(scan => scan.Id).Distinct());
        Assert.Equal(Sent[0].Id, reported[0].Id);
        Assert.Equal("", Find(gate, "waiting").TextContent);
    }

    [Fact]
    public void Back_TakenBackMeanwhile_IsReportedSo()
    {
        var gate = OpenAlone();
        Type(gate, Code);
        Shows(gate, "Admitted");
        Tap(gate, "undo");
        Shows(gate, "Undone");
        Type(gate, Code);
        Shows(gate, "Admitted");
        Reconnect(gate);

        Assert.Single(Sent.Where(scan => scan.Happened is { Undone: true }).Select(scan => scan.Id).Distinct());
    }

    [Fact]
    public void Back_MorePeopleThanTheTicketHolds_IsListedUntilSomebodyLooked()
    {
        Answer(id => new ScanView(id, ScanOutcome.Admitted, 3, 0, new DateTime(2026, 11, 22, 1, 10, 0, DateTimeKind.Utc), "main", Conflict: true));
        var gate = OpenAlone();
        Type(gate, Code);
        Shows(gate, "Admitted");
        Reconnect(gate);
        Await(gate, "conflicts");
        Assert.Contains("10:10 正面入口", Find(gate, "conflicts").TextContent, StringComparison.Ordinal);
        Tap(gate, "conflict-seen");
        gate.WaitForAssertion(() => Assert.Empty(gate.FindAll("[data-testid=conflicts]")));
    }

    [Fact]
    public void Back_AfterTheQuestionHadArrived_NobodyIsCountedTwice()
    {
        var gate = OpenAlone();
        Type(gate, Code);
        Shows(gate, "Admitted");
        // The first question got through and only its answer was lost: the server knows the name with another body.
        Server.RefuseWhen(
            "POST", Scans, sent => sent.Read<ScanRequest>().Happened is not null, HttpStatusCode.Conflict,
            sent => new ScanView(sent.Read<ScanRequest>().Id, ScanOutcome.Admitted, 3, 0, null, null));
        Reconnect(gate);

        Assert.Single(Sent.Select(scan => scan.Id).Distinct());
        Assert.Empty(gate.FindAll("[data-testid=conflicts]"));
    }

    [Fact]
    public void Slow_Server_IsNotWaitedFor()
    {
        var gate = Open();
        Server.Hangs = true;
        Type(gate, Code);
        gate.WaitForAssertion(() => Assert.Single(Sent));
        Clock.Advance(TimeSpan.FromSeconds(2));
        Shows(gate, "Admitted");
        Await(gate, "decided-alone");
    }

    [Fact]
    public void Back_RefusedForGood_IsListed()
    {
        var gate = OpenAlone();
        Type(gate, Code);
        Shows(gate, "Admitted");
        Server.Refuse("POST", Scans, HttpStatusCode.BadRequest, "改札機の時刻が正しくありません。");
        Reconnect(gate);
        Await(gate, "conflicts");
        Assert.Contains("改札機の時刻", Find(gate, "conflicts").TextContent, StringComparison.Ordinal);
    }
}
