using Tourism.Kernel;
using Tourism.Pos.Payments;
using Tourism.Pos.Sales.ByPhone.Stickers;

namespace Tourism.Pos.Tests.Sales.ByPhone.Stickers;

/// <summary>What a visitor can show the shop, and for how long.</summary>
public sealed class ArrivalProofTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Proof_AQuarterOfAnHourAfterPaying_IsOnlyShopAmountAndTime()
    {
        await using var shop = await StickerHost.StartAsync();
        var sale = await shop.PayAsync(await shop.MakeAsync(), 1_080);
        var paid = BusinessDate.Text(Assert.Single((await shop.ArrivalsAsync()).Sales).PaidAt);
        shop.Counter.Host.Clock.Advance(TimeSpan.FromMinutes(14.9));
        Assert.True(IsAlive(await PageAsync(shop, sale), paid));

        shop.Counter.Host.Clock.Advance(TimeSpan.FromMinutes(0.2));
        var late = await PageAsync(shop, sale);

        Assert.False(IsAlive(late, paid));
        Assert.Contains("紅葉紀念品店", late, StringComparison.Ordinal);
        Assert.Contains("1,080", late, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proof_OnceSomethingWasGivenBack_HasNoNumberAndNoClock()
    {
        await using var shop = await StickerHost.StartAsync();
        var sale = await shop.PayAsync(await shop.MakeAsync(), 1_080);
        var paid = BusinessDate.Text(Assert.Single((await shop.ArrivalsAsync()).Sales).PaidAt);
        await shop.RefundAsync(sale, 1_080);

        Assert.False(IsAlive(await PageAsync(shop, sale), paid));
    }

    /// <summary>Says when it was paid in any case; whether it shows number and clock, which go together.</summary>
    private static bool IsAlive(string page, string paid)
    {
        Assert.Contains($"data-testid=\"paid-at\">{paid}<", page, StringComparison.Ordinal);
        var shown = new[] { "data-testid=\"number\"", "data-testid=\"clock\"", StickerTexts.All.Get(Language.ZhHant, "shop-sees-number") }
            .Select(mark => page.Contains(mark, StringComparison.Ordinal));
        return Assert.Single(shown.Distinct());
    }

    private static async Task<string> PageAsync(StickerHost shop, Guid sale) =>
        (await shop.OpenAsync($"/pay/{(await shop.Get<FindPayment>().RowAsync(sale, Ct)).PageToken}")).Page;
}
