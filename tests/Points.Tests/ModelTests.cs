using CsCheck;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Tests.Support;
using Xunit;

namespace Tourism.Points.Tests;

/// <summary>Random histories, run against the module and against a model that knows no database.</summary>
public sealed class ModelTests
{
    private const long Budget = 600;

    private enum Act
    {
        GrantLong,
        GrantShort,
        Hold,
        Capture,
        Release,
        Wait,
    }

    private sealed record Step(Act Act, int Amount, int Pick);

    private static readonly Gen<Step[]> Histories = Gen.Select(
        Gen.Frequency((2, Gen.Const(Act.GrantLong)), (2, Gen.Const(Act.GrantShort)), (5, Gen.Const(Act.Hold)), (3, Gen.Const(Act.Capture)),
            (2, Gen.Const(Act.Release)), (1, Gen.Const(Act.Wait))),
        Gen.Int[1, 150], Gen.Int[0, 1_000_000], (act, amount, pick) => new Step(act, amount, pick)).Array[10, 60];

    [Fact]
    public Task Books_AfterAnyHistory_AgreeWithThePlainModel() => Histories.SampleAsync(RunAsync, iter: 25, threads: 1);

    private static async Task RunAsync(Step[] history)
    {
        await using var store = new SqliteStore();
        using var city = CityFolder.WithBudget(Budget, 2026, 2027);
        await using var app = await PointsApp.OpenAsync(store, city);
        var member = await app.RegisterAsync();
        var model = new WalletModel(Budget, [2026, 2027]);
        var holds = new List<HoldView>();

        foreach (var step in history)
        {
            await StepAsync(app, member, model, holds, step);
            var card = await app.CardAsync(member);
            Assert.Equal((model.Available, model.Held), (card.Available.Amount, card.Held.Amount));
        }

        await Books.AssertSoundAsync(app);
    }

    private static async Task StepAsync(PointsApp app, MemberView member, WalletModel model, List<HoldView> holds, Step step)
    {
        switch (step.Act)
        {
            case Act.GrantLong or Act.GrantShort:
                var programme = step.Act == Act.GrantLong ? CityFolder.Long : CityFolder.Short;
                var grant = await app.GrantAsync(member, step.Amount, programme);
                Assert.Equal(model.Grant(programme, step.Amount), grant.Ok);
                break;
            case Act.Hold:
                var hold = await app.HoldAsync(member, step.Amount);
                Assert.Equal(model.Hold(holds.Count, step.Amount), hold.Ok);
                if (hold.Ok)
                    holds.Add(hold.Value.View);
                break;
            case Act.Wait:
                var days = step.Pick % 90;
                app.Clock.Advance(TimeSpan.FromDays(days));
                model.Wait(days);
                break;
            default:
                await EndAsync(app, model, holds, step);
                break;
        }
    }

    private static async Task EndAsync(PointsApp app, WalletModel model, List<HoldView> holds, Step step)
    {
        if (holds.Count == 0)
            return;
        var pick = step.Pick % holds.Count;
        var hold = holds[pick];
        var ending = step.Act == Act.Capture ? app.CaptureAsync(hold.Id, hold.Owner) : app.ReleaseAsync(hold.Id, hold.Owner);
        if (model.End(pick, step.Act == Act.Capture))
            Assert.Equal(Delivery.Done, await ending);
        else
            await Assert.ThrowsAsync<InvalidOperationException>(() => ending);
    }
}
