using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Components;
using Tourism.Pos.Ui.Words;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>What every desk does with the server's answers.</summary>
public sealed class DeskTests : StaffScreen
{
    private const string Path = "/api/v1/things";
    private static readonly PlaceView Counter = new("akiyoshido-1", new LocalText("窓口1"));

    [Fact]
    public async Task Write_ThatFails_KeepsItsProblemOverTheReadAfterIt()
    {
        var desk = Render<Probe>().Instance;
        Server.Refuse("PUT", Path, HttpStatusCode.Conflict, "!");
        Server.On("GET", Path, _ => new LocalText("もの"));

        var answer = await desk.WriteAndReadAsync();

        Assert.Equal((true, false, true), (answer.Problem?.IsConflict, desk.IsSending, desk.SaysProblem?.IsConflict));
        Assert.Equal("もの", desk.Read?.Ja);
    }

    [Fact]
    public async Task Write_WhoseDeskIsLeft_IsSentToItsEnd()
    {
        var desk = Render<Probe>().Instance;
        Server.On("PUT", Path, _ => new LocalText("もの"));
        Server.Hold("PUT", Path);
        var writing = desk.WriteAsync();

        desk.Dispose();
        Server.LetGo();

        Assert.Equal("もの", (await writing).Value.Ja);
    }

    [Fact]
    public async Task Read_ThatFails_SaysWhyUntilOneSucceeds()
    {
        var desk = Render<Probe>().Instance;
        Server.On("GET", Path, _ => new LocalText("もの"));
        Server.Down = true;
        await desk.LoadAsync();
        Assert.Equal((null, ProblemKind.Offline), (desk.Read, desk.SaysProblem?.Kind));

        Server.Down = false;
        await desk.LoadAsync();
        Assert.Equal(("もの", null), (desk.Read?.Ja, desk.SaysProblem));
    }

    [Fact]
    public async Task Wait_OfADeskThatIsClosed_IsNotGoneOnWith()
    {
        var desk = Render<Probe>().Instance;
        Assert.True(await desk.WaitAMomentAsync());

        desk.Dispose();

        Assert.False(await desk.WaitAMomentAsync());
    }

    [Theory]
    [InlineData(ProblemKind.Offline, 0, true)]
    [InlineData(ProblemKind.Refused, 400, false)]
    public void Repeat_IsOfferedWhereTheSameMayYetBeTaken(ProblemKind kind, int status, bool offered)
    {
        var note = Render<ProblemNote>(one => one.Add(p => p.Problem, new Problem(kind, "!", null, status)).Add(p => p.OnRepeat, () => { }));

        Assert.Equal(offered, note.FindAll("[data-testid=retry]").Count == 1);
    }

    [Fact]
    public void List_OnItsWayEmptyOrFailed_SaysWhich()
    {
        var list = Render<ListState>(state => state.Add(s => s.Count, null).Add(s => s.Problem, null).Add(s => s.Loading, "…").Add(s => s.None, "0"));
        Assert.Equal((1, 0), (list.FindAll(".working").Count, list.FindAll("[data-testid=none]").Count));
        list.Render(state => state.Add(s => s.Count, 0));
        Assert.Equal((0, 1), (list.FindAll(".working").Count, list.FindAll("[data-testid=none]").Count));
        list.Render(state => state.Add(s => s.Count, null).Add(s => s.Problem, new Problem(ProblemKind.Offline)));
        Assert.Equal((0, 1), (list.FindAll(".working").Count, list.FindAll("[data-testid=problem]").Count));
    }

    [Theory]
    [InlineData("akiyoshido", "akiyoshido-1", "秋芳洞 窓口1")]
    [InlineData("akiyoshido", null, "秋芳洞")]
    [InlineData("akiyoshido", "akiyoshido-9", "秋芳洞 akiyoshido-9")]
    [InlineData("gone", "gone-1", "gone gone-1")]
    [InlineData(null, null, "")]
    public void Place_OfTheCityOrNoLonger_IsNamed(string? site, string? place, string expected)
    {
        var cave = Cave with { Name = new LocalText("秋芳洞"), Tills = [Counter] };

        Assert.Equal(expected, new Wording(Device).NamePlace([cave], site, place));
    }

    private sealed class Probe : Desk
    {
        public bool IsSending => Sending;

        public Problem? SaysProblem => Problem;

        public LocalText? Read { get; private set; }

        public async Task LoadAsync() => Read = await ReadAsync<LocalText>(Path);

        public Task<Answer<LocalText>> WriteAndReadAsync() => SendAsync(() => Api.PutAsync<LocalText>(Path, new { }), LoadAsync);

        public Task<Answer<LocalText>> WriteAsync() => PutAsync<LocalText>(Path, new { });

        public Task<bool> WaitAMomentAsync() => WaitAsync(TimeSpan.FromSeconds(1));
    }
}
