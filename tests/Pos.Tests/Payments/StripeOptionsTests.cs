using Microsoft.Extensions.Configuration;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Payments;

namespace Tourism.Pos.Tests.Payments;

public sealed class StripeOptionsTests
{
    [Fact]
    public void Validate_ProductionWithoutKey_SaysWhatToSet() =>
        Assert.Contains("Tourism__Stripe__ApiKey", Assert.Single(Errors(TourismMode.Production, new())), StringComparison.Ordinal);

    [Theory]
    [InlineData("sk_live_1")]
    [InlineData("rk_live_1")]
    public void Validate_LiveKeyWithCustomApiBase_Refuses(string key) => Assert.Contains(
        "ApiBase is set although the key is live",
        Assert.Single(Errors(TourismMode.Production, new() { ApiKey = key, ApiBase = "https://other.test", WebhookSecrets = ["whsec_1"] })),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(TourismMode.Demo)]
    [InlineData(TourismMode.Training)]
    public void Validate_LiveKeyWhereNoMoneyMayMove_Refuses(TourismMode mode) => Assert.Contains(
        "live key", Assert.Single(Errors(mode, new() { ApiKey = "sk_live_1", WebhookSecrets = ["whsec_1"] })), StringComparison.Ordinal);

    [Fact]
    public void Validate_SeveralMistakes_NamesThemAll() =>
        Assert.Equal(3, Errors(TourismMode.Production, new() { ApiKey = "sk_live_1", ApiBase = "nonsense" }).Count());

    [Theory]
    [InlineData(TourismMode.Demo)]
    [InlineData(TourismMode.Training)]
    public void Validate_NothingSetWithSandbox_IsGood(TourismMode mode) => Assert.Empty(Errors(mode, new()));

    private static IEnumerable<string> Errors(TourismMode mode, StripeOptions options) =>
        new StripeOptionsValidator(Configuration(mode)).Validate(null, options).Failures ?? [];

    private static IConfiguration Configuration(TourismMode mode) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Tourism:Mode"] = mode.ToString() }).Build();
}
