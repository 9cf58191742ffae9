using Bunit;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Gate;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

public sealed class GateTests : StaffScreen
{
    [Theory]
    [InlineData(ScanOutcome.Invalid, "券ではありません")]
    [InlineData(ScanOutcome.UnknownKey, "確かめられない券")]
    [InlineData(ScanOutcome.TooEarly, "まだ使えない日")]
    [InlineData(ScanOutcome.TooLate, "期限が過ぎています")]
    [InlineData(ScanOutcome.WrongSite, "ここの券ではありません")]
    [InlineData(ScanOutcome.AlreadyUsed, "使い終わった券")]
    [InlineData(ScanOutcome.ExceedsParty, "人数が多すぎます")]
    public void Scan_Refused_SaysWhyInWords(ScanOutcome outcome, string words)
    {
        var gate = Scan(new ScanView(Guid.CreateVersion7(), outcome, 0, 0, new DateTime(2026, 11, 22, 1, 5, 0, DateTimeKind.Utc), "main"));

        var verdict = Find(gate, "scan-result");
        Assert.Contains(words, verdict.TextContent, StringComparison.Ordinal);
        // What is no ticket of ours has no people left on it and was used nowhere.
        var known = outcome is not (ScanOutcome.Invalid or ScanOutcome.UnknownKey);
        Assert.Equal(known, verdict.TextContent.Contains("10:05 正面入口", StringComparison.Ordinal));
        Assert.Contains("bad", verdict.ClassList);
        Assert.Equal([false], Device.Sounds);
    }

    [Fact]
    public void Scan_Admitted_SaysHowManyAndIsReadyForTheNext()
    {
        var gate = Scan(new ScanView(Guid.CreateVersion7(), ScanOutcome.Admitted, 3, 0, null, null));

        Assert.Contains("3 人 どうぞ", Find(gate, "scan-result").TextContent, StringComparison.Ordinal);
        Assert.Contains("0", Find(gate, "remaining").TextContent, StringComparison.Ordinal);
        Assert.Equal("", Find(gate, "scan").GetAttribute("value"));
        Assert.Equal([true], Device.Sounds);
        Assert.Equal("scan", Device.Focused);
        Assert.Null(Assert.Single(Server.Of("POST", "/api/v1/gates/main/scans")).Read<ScanRequest>().People);
    }

    [Fact]
    public void Scan_PartOfAParty_SendsTheNumber()
    {
        Server.On("POST", "/api/v1/gates/", _ => new ScanView(Guid.CreateVersion7(), ScanOutcome.Admitted, 2, 1, null, null));
        var gate = Open();
        Tap(gate, "people-plus", times: 2);
        Read(gate);

        Assert.Equal(2, Assert.Single(Server.Of("POST", "/api/v1/gates/")).Read<ScanRequest>().People);
    }

    [Fact]
    public void Retry_AfterALostAnswer_SendsTheSameScan()
    {
        Server.On("POST", "/api/v1/gates/", _ => new ScanView(Guid.CreateVersion7(), ScanOutcome.Admitted, 3, 0, null, null));
        Server.Down = true;
        var gate = Open();
        Read(gate);
        Await(gate, "problem");
        Server.Down = false;
        Tap(gate, "retry");
        gate.WaitForAssertion(() => Assert.Equal("Admitted", Find(gate, "scan-result").GetAttribute("data-outcome")));

        var sent = Server.Of("POST", "/api/v1/gates/");
        Assert.Equal(sent[0], sent[1]);
    }

    private IRenderedComponent<GateScreen> Scan(ScanView answer)
    {
        Server.On("POST", "/api/v1/gates/", _ => answer);
        var gate = Open();
        Read(gate);
        gate.WaitForAssertion(() => Assert.NotNull(Find(gate, "scan-result").GetAttribute("data-outcome")));
        return gate;
    }

    private IRenderedComponent<GateScreen> Open() => Render<GateScreen>(screen => screen.Add(s => s.Gate, "main").Add(s => s.Site, Cave));

    private static void Read(IRenderedComponent<GateScreen> gate)
    {
        Find(gate, "scan").Input("HTTP://CITY.TEST/T/CODE");
        Submit(gate);
    }
}
