using System.Net;
using Tourism.Kernel;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>The card reader on a screen.</summary>
public sealed class ReaderPageTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    public static TheoryData<string> Languages => [.. Language.All];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Page_PaymentWaits_SpeaksTheLanguageAndShowsTheAmount(string language)
    {
        var reader = await sandbox.ReaderAsync();
        var idle = await PageAsync(reader.Id, language);
        await sandbox.ProcessAsync(reader.Id, (await sandbox.IntentAsync()).Id);

        var page = await PageAsync(reader.Id, language);

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains(CheckoutTexts.All.Get(language, "reader-idle"), idle, StringComparison.Ordinal);
        Assert.Contains("1,300", page, StringComparison.Ordinal);
        Assert.Contains("SANDBOX", page, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tap", "succeeded", "succeeded", "JP")]
    [InlineData("foreign", "succeeded", "succeeded", "KR")]
    [InlineData("declined", "requires_payment_method", "failed", "US")]
    [InlineData("poor", "requires_payment_method", "failed", "US")]
    [InlineData("cancel", "requires_payment_method", "failed", null)]
    public async Task Press_AButton_IsWhatHappens(string act, string status, string action, string? country)
    {
        var (reader, intent) = (await sandbox.ReaderAsync(), await sandbox.IntentAsync());
        await sandbox.ProcessAsync(reader.Id, intent.Id);

        using var answer = await PressAsync(reader.Id, "act", act);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = await sandbox.ReadAsync(intent.Id);
        Assert.Equal((status, country), (after.Status, after.LatestCharge?.PaymentMethodDetails.CardPresent.Country));
        Assert.Equal(action, (await sandbox.Stripe.V1.Terminal.Readers.GetAsync(reader.Id)).Action.Status);
        Assert.Contains(CheckoutTexts.All.Get("en", "reader-" + action), await PageAsync(reader.Id, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_TapTwice_TakesTheMoneyOnce()
    {
        var (reader, intent) = (await sandbox.ReaderAsync(), await sandbox.IntentAsync());
        await sandbox.ProcessAsync(reader.Id, intent.Id);

        await Task.WhenAll(PressAsync(reader.Id, "act", "tap"), PressAsync(reader.Id, "act", "tap"));

        Assert.Single(await sandbox.Stripe.V1.Charges.ListAsync(new() { PaymentIntent = intent.Id }));
    }

    [Fact]
    public async Task Switch_Offline_IsToldByTheApi()
    {
        var reader = await sandbox.ReaderAsync();

        using var off = await PressAsync(reader.Id, "mood", "offline");
        Assert.Equal("offline", (await sandbox.Stripe.V1.Terminal.Readers.GetAsync(reader.Id)).Status);
        using var on = await PressAsync(reader.Id, "mood", "online");

        Assert.Equal("online", (await sandbox.Stripe.V1.Terminal.Readers.GetAsync(reader.Id)).Status);
    }

    [Theory]
    [InlineData("act", "steal")]
    [InlineData("act", "17")]
    [InlineData("mood", "9")]
    public async Task Press_SomethingElse_Is404(string name, string value)
    {
        using var answer = await PressAsync("tmr_sandbox_1", name, value);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<string> PageAsync(string reader, string language) =>
        WebUtility.HtmlDecode(await sandbox.Host.Http.GetStringAsync($"/sandbox/reader/{reader}?lang={language}"));

    private Task<HttpResponseMessage> PressAsync(string reader, string name, string value) =>
        sandbox.Host.Http.PostAsync($"/sandbox/reader/{reader}", new FormUrlEncodedContent([KeyValuePair.Create(name, value)]));
}
