using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>Every way in which giving money back can fail.</summary>
public sealed class RefundFailureTests(FailureFixture fixture) : IClassFixture<FailureFixture>
{
    private const string Refused = """{"error":{"type":"invalid_request_error","message":"The key may not do this."}}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Answers => new MatrixTheoryData<string, string>(Faults.Answers.Keys, Enum.GetNames<PaymentMethod>());

    [Theory]
    [InlineData("Page")]
    [InlineData("Reader")]
    public async Task Partial_ToTheExactTotal_AndNotAYenMore(string method)
    {
        var scene = await PaidAsync(method);
        Assert.True((await RefundAsync(scene, people: 1)).Ok);
        Assert.IsType<RefundDiffers>((await RefundAsync(scene, people: 1, more: 1)).Failure);
        Assert.True((await RefundAsync(scene, people: 1)).Ok);
        Assert.IsType<NothingLeft>((await RefundAsync(scene, people: 1)).Failure);

        await EndsAsync(scene, RefundState.Done, RefundState.Done);
    }

    [Theory]
    [InlineData("Page")]
    [InlineData("Reader")]
    public async Task Concurrent_OfTheSameTickets_GivesThemBackOnce(string method)
    {
        var scene = await PaidAsync(method);
        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RefundAsync(scene, people: 2))));
        Assert.Single(asked, one => one.Ok);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => scene.Counter.SubmitAsync())));

        await EndsAsync(scene, RefundState.Done);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_CannotBeReliedOn_GivesBackOnce(string answer, string method)
    {
        foreach (var acts in new[] { true, false })
        {
            var scene = await PaidAsync(method);
            await RefundAsync(scene, people: 1);
            scene.Network.Say(Faults.Answers[answer], acts, request => request.Is("POST", "/v1/refunds"));
            await scene.Counter.SubmitAsync();
            scene.Network.Mend();
            Assert.Equal([RefundState.Pending], await scene.Counter.StatesAsync(scene.Order.Sale));

            await EndsAsync(scene, RefundState.Done);
        }
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Given_ButLookingForItIsRefused_IsNotTakenForANo(int status)
    {
        var scene = await PaidAsync("Page");
        await RefundAsync(scene, people: 1);
        scene.Network.LoseAnswers(request => request.Is("POST", "/v1/refunds"));
        await scene.Counter.SubmitAsync();
        scene.Network.Say((status, Refused, "application/json"), acts: false, request => request.Is("GET", "/v1/refunds"));
        await scene.Counter.SubmitAsync(TimeSpan.FromSeconds(5));
        scene.Network.Mend();

        await EndsAsync(scene, RefundState.Done);
    }

    [Fact]
    public async Task Webhook_BeforeTheAnswer_GivesBackOnce()
    {
        var scene = await PaidAsync("Page");
        await RefundAsync(scene, people: 1);
        scene.Network.Meanwhile("POST", "/v1/refunds", async () =>
        {
            await scene.HearAsync();
            await scene.Counter.SubmitAsync();
        }, before: false);
        await scene.Counter.SubmitAsync();

        await EndsAsync(scene, RefundState.Done);
    }

    [Fact]
    public async Task Succeeded_ThenTheBankSendsItBack_IsFailedAndListed()
    {
        var scene = await PaidAsync("Page");
        await RefundAsync(scene, people: 1);
        await scene.Counter.SubmitAsync();
        var stored = await BounceAsync(scene);
        await scene.Host.PostSignedAsync(
            $$"""{"id":"evt_{{stored.Id}}","object":"event","type":"refund.failed","data":{"object":{{stored.Body}}},"livemode":false}""");
        await scene.Host.ProcessAsync();

        await EndsAsync(scene, RefundState.Failed);
        Assert.Contains(await scene.Counter.ReviewsAsync(), review => review.Kind == ReviewKind.RefundFailed && review.Sale == scene.Order.Sale);
    }

    private async Task<Scene> PaidAsync(string method)
    {
        var scene = await Scene.SetAsync(fixture.Counter, Enum.Parse<PaymentMethod>(method));
        await scene.PaidAsync();
        return scene;
    }

    private static Task<Result<Written<RefundView>>> RefundAsync(Scene scene, int people, long more = 0) =>
        scene.Counter.TryRefundAsync(scene.Order.Sale, people, more);

    private static async Task EndsAsync(Scene scene, params RefundState[] states)
    {
        await scene.Counter.LetTimePassAsync();
        Assert.Equal(states, await scene.Counter.StatesAsync(scene.Order.Sale));
        await MoneyCheck.AgreesAsync(scene.Counter);
    }

    /// <summary>The provider learns that the visitor's bank did not take the money.</summary>
    private static async Task<SandboxObject> BounceAsync(Scene scene) => (await scene.Host.Get<Writer<PosDbContext>>().RunAsync<SandboxObject>(async db =>
    {
        var stored = (await db.Set<SandboxObject>().Where(row => row.Kind == SandboxObject.Refund).OrderBy(row => row.Seq).ToListAsync(Ct)).Last();
        var json = stored.Read();
        json["status"] = "failed";
        stored.Write(json);
        return stored;
    }, Ct)).Value;
}
