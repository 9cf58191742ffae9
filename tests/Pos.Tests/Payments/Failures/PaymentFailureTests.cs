using Tourism.Pos.Payments;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>Every way in which taking a payment can fail, and what must be true afterwards: the same for all.</summary>
public sealed class PaymentFailureTests(FailureFixture fixture) : IClassFixture<FailureFixture>
{
    private static readonly Dictionary<string, FailureCase> All =
        NetworkFailures.All.Concat(PeopleFailures.All).Concat(ReaderFailures.All).Concat(NewsFailures.All).ToDictionary(one => one.Name);

    public static TheoryData<string, string> Cases => [.. All.Values.SelectMany(one => Enum.GetValues<PaymentMethod>()
        .Where(method => one.Only is null || one.Only == method).Select(method => new TheoryDataRow<string, string>(one.Name, method.ToString())))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Failure_WhenTimeHasPassed_MoneyIsWhatTheBooksSay(string name, string method)
    {
        var one = All[name];
        var scene = await Scene.SetAsync(fixture.Counter, Enum.Parse<PaymentMethod>(method));

        await one.Happens(scene);
        await fixture.Counter.LetTimePassAsync();

        var payment = await scene.LoadAsync();
        Assert.Equal((one.Ends, one.Doubt), (payment.State, payment.Review));
        await MoneyCheck.AgreesAsync(fixture.Counter);
    }
}
