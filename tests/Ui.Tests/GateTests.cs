using Bunit;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Gate;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>The gate with a server that answers.</summary>
public sealed class GateTests : GateTestBase
{
    private const string Address = "HTTP://CITY.TEST/T/CODE";

    [Fact]
    public void Gate_OfAClosedSite_SaysWhyAndThatNobodyGoesIn()
    {
        var closed = Here with { Closure = new ClosureNoticeView(ClosureReason.Rockfall, new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 24)) };
        var gate = Render<GateScreen>(screen => screen.Add(s => s.Gate, "main").Add(s => s.Site, closed));

        Assert.Contains("落石のため閉鎖中です。 2026-11-22 から 2026-11-24 まで。 だれも通さないでください。", Find(gate, "closed").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScanOutcome.Invalid, "券ではありません")]
    [InlineData(ScanOutcome.UnknownKey, "確かめられない券")]
    [InlineData(ScanOutcome.TooEarly, "まだ使えない日")]
    [InlineData(ScanOutcome.TooLate, "期限が過ぎています")]
    [InlineData(ScanOutcome.WrongSite, "ここの券ではありません")]
    [InlineData(ScanOutcome.AlreadyUsed, "使い終わった券")]
    [InlineData(ScanOutcome.ExceedsParty, "人数が多すぎます")]
    [InlineData(ScanOutcome.Revoked, "取り替えられた券")]
    [InlineData(ScanOutcome.Cancelled, "払い戻し済みの券")]
    [InlineData(ScanOutcome.Blocked, "いまは使えない券")]
    [InlineData(ScanOutcome.NotAllowed, "この入口では使えません")]
    [InlineData(ScanOutcome.NoReentry, "再入場できない券")]
    [InlineData(ScanOutcome.NotInside, "中の人数より多い")]
    public void Scan_Refused_SaysWhyInWords(ScanOutcome outcome, string words)
    {
        Answer(id => new ScanView(id, outcome, 0, 0, new DateTime(2026, 11, 22, 1, 5, 0, DateTimeKind.Utc), "main"));
        var gate = Open();
        Type(gate, Address);
        Shows(gate, outcome.ToString());

        var verdict = Find(gate, "scan-result");
        Assert.Contains(words, verdict.TextContent, StringComparison.Ordinal);
        // What is no ticket of ours has no people left on it and was used nowhere.
        var known = outcome is not (ScanOutcome.Invalid or ScanOutcome.UnknownKey);
        Assert.Equal(known, verdict.TextContent.Contains("10:05 正面入口", StringComparison.Ordinal));
        Assert.Contains("bad", verdict.ClassList);
        Assert.Equal([false], Device.Sounds);
    }

    [Fact]
    public void Scan_Admitted_SaysWhoAndHowManyRemain()
    {
        Answer(id => new ScanView(id, ScanOutcome.Admitted, 2, 1, null, null, [new PartyView(Here.Products[0].Name, 2), new PartyView(Here.Products[1].Name, 1)]));
        var gate = Open();
        Tap(gate, "people-plus", times: 2);
        Type(gate, Address);
        Shows(gate, "Admitted");

        Assert.Contains("2 人 どうぞ", Find(gate, "scan-result").TextContent, StringComparison.Ordinal);
        Assert.Equal("大人 2 人 · 小学生 1 人", Find(gate, "party").TextContent);
        Assert.Equal("入場済み 2 人 / 3 人 · 残り 1 人", Find(gate, "remaining").TextContent);
        Assert.Equal("", Find(gate, "scan").GetAttribute("value"));
        Assert.Equal([true], Device.Sounds);
        Assert.Equal(2, Assert.Single(Sent).People);
    }

    [Fact]
    public void Undo_WithinTheMinute_TellsTheServer()
    {
        Server.On("PUT", Scans, sent => new ScanView(Sent[0].Id, ScanOutcome.Admitted, 3, 3, null, null, Undone: true));
        var gate = Open();
        Type(gate, Address);
        Shows(gate, "Admitted");
        Tap(gate, "undo");
        Shows(gate, "Undone");

        gate.WaitForAssertion(() => Assert.EndsWith($"/{Sent[0].Id}/undo", Assert.Single(Server.Of("PUT", Scans)).Path, StringComparison.Ordinal));
        Assert.Empty(gate.FindAll("[data-testid=undo]"));
    }

    [Fact]
    public void Undo_AfterAMinute_IsNotOffered()
    {
        var gate = Open();
        Type(gate, Address);
        Await(gate, "undo");
        Passes(() => gate.FindAll("[data-testid=undo]").Count == 0);
    }

    [Fact]
    public async Task Scanner_TwoCodesRunTogether_BothAreCheckedAndTheRefusedOneIsShown()
    {
        Answer(id => new ScanView(id, Sent.Count == 1 ? ScanOutcome.AlreadyUsed : ScanOutcome.Admitted, Sent.Count - 1, 0, null, null));
        var gate = Open();
        await ((GateScreen)Readers.Listener!).Scanned("HTTP://CITY.TEST/T/ONEHTTP://CITY.TEST/T/TWO");
        Shows(gate, "AlreadyUsed");

        Assert.Equal(["HTTP://CITY.TEST/T/ONE", "HTTP://CITY.TEST/T/TWO"], Sent.Select(scan => scan.Code));
        Assert.Contains("2 枚", Find(gate, "together").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, gate.FindAll("[data-testid=last-scans] li").Count);
        Assert.Equal([false], Device.Sounds);
    }

    [Fact]
    public async Task Typing_FullWidthWithoutEnter_IsSentOnceItIsWhole()
    {
        var ticket = Browser.Ticket(Guid.CreateVersion7());
        var gate = Open();
        var typing = Find(gate, "scan").InputAsync(string.Concat(ticket.Select(letter => (char)(letter + 0xFEE0))));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Shows(gate, "Admitted");

        Assert.Equal(ticket, Assert.Single(Sent).Code);
        await typing.WaitAsync(TimeSpan.FromSeconds(20), Xunit.TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Camera_ReadsACode_AndIsTurnedOff()
    {
        var gate = Open();
        Tap(gate, "camera");
        gate.WaitForAssertion(() => Assert.Equal("On", Find(gate, "camera-view").GetAttribute("data-state")));
        await ((GateCamera)Readers.Viewer!).Seen(Address);
        Shows(gate, "Admitted");
        Tap(gate, "camera");
        gate.WaitForAssertion(() => Assert.Equal("Off", Find(gate, "camera-view").GetAttribute("data-state")));
    }

    [Fact]
    public async Task Camera_WhosePictureCannotBeRead_SaysSoUntilItCan()
    {
        var gate = Open();
        Assert.True(Readers.Prepared);
        Tap(gate, "camera");
        gate.WaitForAssertion(() => Assert.Equal("On", Find(gate, "camera-view").GetAttribute("data-state")));
        await ((GateCamera)Readers.Viewer!).Reads(false);
        Await(gate, "camera-problem");
        await ((GateCamera)Readers.Viewer!).Reads(true);
        gate.WaitForAssertion(() => Assert.Empty(gate.FindAll("[data-testid=camera-problem]")));
    }

    [Fact]
    public void Camera_Forbidden_SaysWhatToDo()
    {
        Readers.Camera = CameraState.Forbidden;
        var gate = Open();
        Tap(gate, "camera");
        Await(gate, "camera-problem");
    }

    [Fact]
    public async Task Keys_SetHowManyAndTakeBack()
    {
        Server.On("PUT", Scans, sent => new ScanView(Sent[0].Id, ScanOutcome.Admitted, 1, 1, null, null, Undone: true));
        var gate = Open();
        var screen = (GateScreen)Readers.Listener!;
        await screen.Command("more");
        Type(gate, Address);
        Shows(gate, "Admitted");
        Assert.Equal(1, Assert.Single(Sent).People);
        await screen.Command("undo");
        Shows(gate, "Undone");
    }
}
