using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Bunit;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Arrivals;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>How the shop's own screen hears of money as it comes, and that nothing makes it deaf while it says that it waits.</summary>
public sealed class ArrivalsLiveTests : ArrivalsTestBase
{
    private const string Live = Arrivals + "/live";
    private static readonly ArrivalView First = Sale("417", 1_080, 0);
    private static readonly ArrivalView Second = Sale("083", 500, 1);
    private static readonly ArrivalView Third = Sale("902", 300, 2);

    /// <summary>At 0:06; the day of the others ends 13 hours and 40 minutes after the first.</summary>
    private static readonly ArrivalView AtNight = Sale("650", 700, 13 * 60 + 46);
    private readonly Pipe[] _lines = [new(), new()];
    private int _opened;

    [Fact]
    public async Task Line_Broken_IsTakenUpWhereItCameToAndSoundsOnceForEach()
    {
        Hear([First], []);
        var screen = Attend("417");
        await TellAsync(0, new ArrivalNews(2_000, Second));
        screen.WaitForAssertion(() => Assert.Equal("083", Find(screen, "newest-number").TextContent));

        await _lines[0].Writer.CompleteAsync(new IOException("The line broke."));
        await TellAsync(1, new ArrivalNews(2_000, Second));
        await TellAsync(1, new ArrivalNews(3_000, Third));

        screen.WaitForAssertion(() => Assert.Equal("902", Find(screen, "newest-number").TextContent));
        Assert.Equal("1,880円", Find(screen, "arrivals-total").TextContent);
        Assert.Equal([true, true, true], Device.Sounds);
        Assert.Contains(Server.Of("GET", Arrivals), sent => sent.Path == Arrivals && sent.Query == "?after=2000");
        Eventually(() => Assert.Contains("3000", Device.Kept[Kept], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Line_PaidAfterMidnight_IsShownAtOnceAndTheDayIsAskedForAnew()
    {
        Hear([First], []);
        var screen = Attend("417");
        Hear([AtNight], [], AtNight.PaidAt);

        await TellAsync(0, new ArrivalNews(2_000, AtNight));

        Await(screen, "arrival-650");
        Assert.Equal("650", Find(screen, "newest-number").TextContent);
        screen.WaitForAssertion(() => Assert.Equal("700円", Find(screen, "arrivals-total").TextContent));
        Assert.Empty(screen.FindAll("[data-testid=arrival-417]"));
        Assert.Empty(screen.FindAll("[data-testid=missed]"));
        Assert.Equal([true, true], Device.Sounds);
    }

    [Fact]
    public async Task Line_SaysWhatCannotBeRead_IsOpenedAnew()
    {
        Hear([First], []);
        var screen = Attend("417");

        await WriteAsync(0, "data: {\n\n");
        await TellAsync(1, new ArrivalNews(2_000, Second));

        screen.WaitForAssertion(() => Assert.Equal("083", Find(screen, "newest-number").TextContent));
    }

    [Fact]
    public void Line_ThatDoesNotBeginInTime_LeavesAskingInTheOrdinaryWay()
    {
        Answer([First], []);
        Server.On<ArrivalView>("GET", Live, _ => throw new TaskCanceledException("100 seconds have passed."));
        var screen = Attend("417");

        Server.On("GET", Arrivals, sent => sent.Path == Live ? throw new TaskCanceledException("100 seconds have passed.") : View([Second, First], [Second]));

        screen.WaitForAssertion(() => Assert.Equal("083", Find(screen, "newest-number").TextContent));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"after\":1000}")]
    public void Device_NoteThatCannotBeRead_BeginsWithToday(string note)
    {
        Device.Kept[Kept] = note;
        Answer([First], [First]);
        var screen = Open();

        Await(screen, "missed");
        Tap(screen, "start");
        Eventually(() => Assert.Contains(First.Sale.ToString(), Device.Kept[Kept], StringComparison.Ordinal));
    }

    [Fact]
    public void Start_BeforeTheFirstAnswer_KeepsWhatItTellsAndNotAnEmptyList()
    {
        Hear([First], [First]);
        Server.Hold("GET", Arrivals);
        var screen = Open();
        Tap(screen, "start");
        Await(screen, "attended");
        Assert.False(Device.Kept.ContainsKey(Kept), "Nobody can have seen anything yet.");

        Server.LetGo();

        Eventually(() => Assert.Contains(First.Sale.ToString(), Device.Kept[Kept], StringComparison.Ordinal));
    }

    [Fact]
    public void Missed_MoreThanOneAnswerHolds_IsAskedForUntilItEnds()
    {
        const long end = 2_000_000_000_000_000;
        Server.On("GET", Arrivals, sent => sent.Query == $"?after={end}" ? View([], [Second], end + 1) : View([], [First], end) with { More = true });
        Server.Tell(Live, NextLine);
        var screen = Open();

        Await(screen, "missed");
        screen.WaitForAssertion(() => Assert.Equal(["417", "083"], screen.FindAll("[data-testid=missed] li .number").Select(number => number.TextContent)));
        Eventually(() => Assert.Equal($"?after={end + 1}", Assert.Single(Server.Of("GET", Live)).Query));
    }

    /// <summary>Opens the screen and says that somebody looks.</summary>
    private IRenderedComponent<ArrivalsScreen> Attend(string shown)
    {
        var screen = Open();
        Await(screen, $"arrival-{shown}");
        Tap(screen, "start");
        Eventually(() => Assert.Single(Device.Sounds));
        return screen;
    }

    private void Hear(ArrivalView[] sales, ArrivalView[] missed, DateTime? now = null)
    {
        Server.On("GET", Arrivals, _ => View(sales, missed, now: now));
        Server.Tell(Live, NextLine);
    }

    private Stream NextLine(Sent sent) => _lines[Math.Min(Interlocked.Increment(ref _opened), _lines.Length) - 1].Reader.AsStream();

    private Task TellAsync(int line, ArrivalNews news) => WriteAsync(line, $"id: {news.After}\ndata: {JsonSerializer.Serialize(news, Json.Options)}\n\n");

    private async Task WriteAsync(int line, string text) => await _lines[line].Writer.WriteAsync(Encoding.UTF8.GetBytes(text));
}
