using System.Net;
using Stripe.Checkout;
using Tourism.Kernel;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

public sealed class CheckoutPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Languages => [.. Language.All];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Page_OpenSession_SpeaksTheLanguageAndNeverPassesForReal(string language)
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = Guid.CreateVersion7();
        var started = await host.StartAsync(payment, language);

        var page = WebUtility.HtmlDecode(await host.Http.GetStringAsync(started.Value.View.PageUrl, Ct));

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains("SANDBOX", page, StringComparison.Ordinal);
        Assert.Contains("1,300", page, StringComparison.Ordinal);
        Assert.Contains(language == "ja" ? "秋芳洞" : "Akiyoshido Cave", page, StringComparison.Ordinal);
        Assert.Contains(CheckoutTexts.All.Get(language, "card"), page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("card")]
    [InlineData("foreign")]
    [InlineData("wallet")]
    [InlineData("wechatpay")]
    [InlineData("alipay")]
    public async Task Pay_ByAnyWay_GoesBackToTheShop(string way)
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();

        using var answer = await PressAsync(host, payment, way);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"{host.Http.BaseAddress}pay/{(await host.LoadAsync(payment)).PageToken}", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Pay_WithACardThatIsRefused_SaysSoAndStaysOpen()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();

        using var answer = await PressAsync(host, payment, "declined");

        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"card\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pay_AfterTheTillCancelled_IsTooLate()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        var url = (await host.LoadAsync(payment)).Attempt.Url!;
        await host.CancelAsync(payment);

        using var answer = await host.Http.PostAsync(url, Form("card"), Ct);

        Assert.Contains(CheckoutTexts.All.Get("en", "expired"), await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(PaymentState.Cancelled, await host.StateAsync(payment));
    }

    [Theory]
    [InlineData("arrives", "paid", "succeeded")]
    [InlineData("fails", "unpaid", "requires_payment_method")]
    public async Task Pay_ByAWalletThatAnswersLater_IsCompleteBeforeItIsPaid(string answer, string paymentStatus, string intentStatus)
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        var (client, session) = (await host.StripeAsync(), Assert.Single(await host.SessionsAsync()));

        using var pressed = await PressAsync(host, payment, "later");
        Assert.Contains("value=\"arrives\"", await pressed.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        var waiting = await client.V1.Checkout.Sessions.GetAsync(session, WithIntent);
        Assert.Equal(("complete", "unpaid", "processing"), (waiting.Status, waiting.PaymentStatus, waiting.PaymentIntent.Status));
        using var answered = await PressAsync(host, payment, answer);

        var done = await client.V1.Checkout.Sessions.GetAsync(session, WithIntent);
        Assert.Equal((paymentStatus, intentStatus), (done.PaymentStatus, done.PaymentIntent.Status));
        await host.DeliverAsync();
    }

    [Fact]
    public async Task Pay_PressedTwice_ChargesOnce()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();

        var answers = await Task.WhenAll(PressAsync(host, payment, "card"), PressAsync(host, payment, "card"));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(await (await host.StripeAsync()).V1.PaymentIntents.ListAsync(cancellationToken: Ct));
    }

    [Fact]
    public async Task Page_UnknownSession_Is404()
    {
        await using var host = await PaymentHost.StartAsync();

        using var answer = await host.Http.GetAsync("/sandbox/checkout/cs_test_none", Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static SessionGetOptions WithIntent => new() { Expand = ["payment_intent.latest_charge"] };

    private static async Task<HttpResponseMessage> PressAsync(PaymentHost host, Guid payment, string way) =>
        await host.Http.PostAsync((await host.LoadAsync(payment)).Attempt.Url, Form(way), Ct);

    private static FormUrlEncodedContent Form(string way) => new([KeyValuePair.Create("act", way)]);
}
