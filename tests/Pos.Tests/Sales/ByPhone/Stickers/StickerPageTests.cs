using System.Net;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Payments;
using Tourism.Pos.Sales;
using Tourism.Pos.Sales.ByPhone.Stickers;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sales.ByPhone.Stickers;

public sealed class StickerPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_InEveryLanguage_AsksForTheAmountUnderANameOfItsOwn()
    {
        await using var shop = await StickerHost.StartAsync();
        var token = await shop.MakeAsync();
        var forms = new HashSet<Guid>();
        foreach (var language in Language.All)
        {
            var (status, page) = await shop.OpenAsync($"/S/{token}?lang={language}");
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
            Assert.Contains(StickerTexts.All.Get(language, "amount"), page, StringComparison.Ordinal);
            Assert.Contains("inputmode=\"numeric\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.True(forms.Add(StickerHost.FormOf(page)));
        }
    }

    [Fact]
    public async Task Pay_FromTheFormToTheEnd_ShowsTheShopsNumber()
    {
        await using var shop = await StickerHost.StartAsync();
        var token = await shop.MakeAsync();
        var form = StickerHost.FormOf((await shop.OpenAsync($"/s/{token}?lang=zh-Hant")).Page);

        using var sent = await shop.SendAsync(token, form, "１，０８０円");
        var payment = await shop.Get<FindPayment>().RowAsync(form, Ct);
        await shop.Counter.Host.VisitorPaysAsync();
        await shop.Get<AdvancePayment>().RunAsync(form, null, Ct);
        var paid = (await shop.OpenAsync($"/pay/{payment.PageToken}")).Page;

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal(payment.View.PageUrl, sent.Headers.Location!.ToString());
        var arrived = Assert.Single((await shop.ArrivalsAsync()).Sales);
        Assert.Equal((form, new Yen(1_080), 10), (arrived.Sale, arrived.Amount, arrived.TaxPercent));
        Assert.Contains($"data-testid=\"number\">{arrived.Number}<", paid, StringComparison.Ordinal);
        Assert.Contains("紅葉紀念品店", paid, StringComparison.Ordinal);
        Assert.Contains(StickerTexts.All.Get(Language.ZhHant, "shop-sees-number"), paid, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", paid, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pay_SentTwiceAtOnce_SellsOnceInTheShopsFirstTaxClass()
    {
        await using var shop = await StickerHost.StartAsync();
        var (token, form) = (await shop.MakeAsync(), Guid.CreateVersion7());

        var answers = await Task.WhenAll(shop.SendAsync(token, form, "1080"), shop.SendAsync(token, form, "1,080"));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Single(await shop.Counter.Host.SessionsAsync());
        var sale = await shop.Counter.ViewAsync(form);
        Assert.Equal(("momiji-phone-1-000001", Language.ZhHant, new TaxView(10, new Yen(1_080), new Yen(98))), (sale.ReceiptNumber, sale.Language, Assert.Single(sale.Taxes)));
        Assert.Equal(1, await shop.Counter.ReadAsync(db => db.Set<Sale>().CountAsync(Ct)));
        Assert.All(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Pay_SameFormWithAnotherAmount_AsksOnceMoreUnderANewName()
    {
        await using var shop = await StickerHost.StartAsync();
        var (token, form) = (await shop.MakeAsync(), Guid.CreateVersion7());
        using var first = await shop.SendAsync(token, form, "1080");

        using var other = await shop.SendAsync(token, form, "1800");
        var page = WebUtility.HtmlDecode(await other.Content.ReadAsStringAsync(Ct));

        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Contains("value=\"1800\"", page, StringComparison.Ordinal);
        using var again = await shop.SendAsync(token, StickerHost.FormOf(page), "1800");
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Theory]
    [InlineData("49", "too-little")]
    [InlineData("10000000", "too-much")]
    [InlineData("<b>1080", "wrong")]
    public async Task Pay_AmountThatCannotBePaid_KeepsItAndSaysWhy(string typed, string why)
    {
        await using var shop = await StickerHost.StartAsync();
        var token = await shop.MakeAsync();

        using var answer = await shop.SendAsync(token, Guid.CreateVersion7(), typed, Language.Ko);
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(StickerTexts.All.Get(Language.Ko, why), WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains($"value=\"{WebUtility.HtmlEncode(typed)}\"", page, StringComparison.Ordinal);
        Assert.Equal(0, await shop.Counter.ReadAsync(db => db.Set<Sale>().CountAsync(Ct)));
    }

    [Fact]
    public async Task Pay_FormThatCannotBeRead_AsksForTheAmount()
    {
        await using var shop = await StickerHost.StartAsync();
        using var broken = new StringContent("amount");
        broken.Headers.ContentType = new("multipart/form-data");

        using var answer = await shop.Counter.Host.Http.PostAsync($"/s/{await shop.MakeAsync()}?lang=en", broken, Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(StickerTexts.All.Get(Language.En, "wrong"), WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_EveryLanguage_HasTheSameKeys()
    {
        Assert.Equal(Language.All.Order(), StickerTexts.All.Languages.Order());
        Assert.All(Language.All, language => Assert.Equal(StickerTexts.All.KeysIn(Language.Ja).Order(), StickerTexts.All.KeysIn(language).Order()));
    }
}
