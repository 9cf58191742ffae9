using System.Net;
using Tourism.Kernel;
using Tourism.Pos.Payments.Pages;
using Tourism.Pos.Sandbox;

namespace Tourism.Pos.Tests.Payments;

public sealed class PayPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Languages => [.. Language.All];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Page_WhilePending_WaitsInTheVisitorsLanguage(string language)
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = Guid.CreateVersion7();
        await host.StartAsync(payment, language);

        using var answer = await host.Http.GetAsync(await AddressAsync(host, payment), Ct);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\" content=\"2\"", page, StringComparison.Ordinal);
        Assert.Contains(PayTexts.All.Get(language, "waiting"), page, StringComparison.Ordinal);
        Assert.Contains("class=\"mark\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(payment.ToString(), page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Page_Paid_LinksToTheReceiptAndRests()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        await host.VisitorPaysAsync();
        await host.SweepAsync(TimeSpan.FromSeconds(5));

        var page = await host.Http.GetStringAsync(await AddressAsync(host, payment), Ct);

        Assert.Contains("http://shop.test/R/TOKEN?lang=en", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_UnknownToken_Is404()
    {
        await using var host = await PaymentHost.StartAsync();

        using var answer = await host.Http.GetAsync("/pay/" + new string('0', 26), Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void Texts_EveryLanguage_HasTheSameKeys()
    {
        foreach (var texts in new[] { PayTexts.All, CheckoutTexts.All })
        {
            Assert.Equal(Language.All.Order(), texts.Languages.Order());
            Assert.All(Language.All, language => Assert.Equal(texts.KeysIn(Language.Ja).Order(), texts.KeysIn(language).Order()));
        }
    }

    [Fact]
    public async Task Api_WithoutSignIn_IsDenied()
    {
        await using var host = await PaymentHost.StartAsync();

        using var answer = await host.Http.GetAsync($"/api/v1/payments/{Guid.CreateVersion7()}", Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<string> AddressAsync(PaymentHost host, Guid payment) => $"/pay/{(await host.LoadAsync(payment)).PageToken}";
}
