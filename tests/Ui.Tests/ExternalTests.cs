using System.Text.Json;
using Bunit;
using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Codes;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Sales;
using Tourism.Pos.Till.Shop;
using Tourism.Pos.Till.Tills;
using Tourism.Pos.Ui.Components;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>Money taken elsewhere: one tap, a slip, a code to scan, and totals paid in parts.</summary>
public sealed class ExternalTests : StaffScreen
{
    private static readonly ExternalTenderView Transit = new("transit-ic", new ExternalTerms(new LocalText("交通系IC"), Duty: true));
    private static readonly ExternalTenderView Card = new("card-terminal", new ExternalTerms(new LocalText("カード端末"), Duty: false, new LocalText("カードでのお支払いです"))) { AsksSlip = true };
    private static readonly ExternalTenderView Coupon = new("coupon", new ExternalTerms(new LocalText("クーポン"), Duty: true, Over: OverpaidRule.Kept));
    private static readonly JpqrShop Registered = new("0000000000001-0001-000001-000002", "5947", "MOMIJI", "MINE", "7540511", "もみじ");
    private static readonly ExternalTenderView Jpqr = new("jpqr", new ExternalTerms(new LocalText("JPQR"), Duty: false, new LocalText("コード決済です"))) { Jpqr = Registered };

    [Fact]
    public void Tap_TenderThatAsksForNothing_SellsAtOnceEvenWithoutNetwork()
    {
        var till = RingUp();
        Server.Down = true;
        Tap(till, "pay-transit-ic");
        Await(till, "done");

        var sale = JsonSerializer.Deserialize<SaleRequest>(Assert.Single(Store.Facts).Body, Json.Options)!;
        var tender = Assert.Single(sale.Tenders);
        Assert.Equal((TenderKind.External, "transit-ic", new Yen(2600), null), (tender.Kind, tender.External, tender.Amount, tender.Slip));
        Assert.NotNull(sale.Charged);
        Assert.Contains("交通系IC", Find(till, "done").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Tap_TenderWithASlip_AsksForItAndSellsWithOneConfirmation()
    {
        var till = RingUp();
        Server.Down = true;
        Tap(till, "pay-card-terminal");
        Assert.Equal("2,600円", Find(till, "take-amount").TextContent);
        Find(till, "slip").Input(" 00123-7 ");
        Find(till, "take").Submit();
        Await(till, "done");

        Assert.Equal("00123-7", JsonSerializer.Deserialize<SaleRequest>(Assert.Single(Store.Facts).Body, Json.Options)!.Tenders.Single().Slip);
        Assert.Contains("伝票番号 00123-7", Find(till, "paper").TextContent, StringComparison.Ordinal);
        Assert.Contains("カードでのお支払いです", Find(till, "paper").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Split_CouponCardAndCash_AddUpAndGiveChange()
    {
        var till = RingUp();
        Tap(till, "pay-split");
        Take(till, "1000", "coupon");
        Take(till, "600", "card-terminal");
        Find(till, "take").Submit();
        Assert.Equal("1,000円", Find(till, "rest").TextContent);
        Take(till, "5000", "cash");
        Submit(till);
        Await(till, "done");

        Assert.Equal(
            [(TenderKind.External, "coupon", 1000L, null), (TenderKind.External, "card-terminal", 600L, null), (TenderKind.Cash, null, 1000L, 5000L)],
            SoldBy(3).Select(tender => (tender.Kind, tender.External, tender.Amount.Amount, tender.Received?.Amount)));
        Assert.Equal("4,000円", Find(till, "change").TextContent);
    }

    [Fact]
    public void Split_PartTakenBack_IsToBePaidAgainAndOnlyThenLetsGo()
    {
        var till = RingUp();
        Tap(till, "pay-split");
        Find(till, "part-amount").Input("3000");
        Assert.True(Find(till, "way-transit-ic").HasAttribute("disabled"));
        Assert.False(Find(till, "way-coupon").HasAttribute("disabled"));
        Tap(till, "way-coupon");
        Assert.Contains("おつりなし(超過 400 円)", Find(till, "part-0").TextContent, StringComparison.Ordinal);
        Assert.True(Find(till, "split-back").HasAttribute("disabled"));
        Tap(till, "part-0-remove");
        Assert.Equal("2,600円", Find(till, "rest").TextContent);
        Tap(till, "split-back");
        Await(till, "cash-exact");

        Assert.Empty(Store.Facts);
    }

    [Fact]
    public void Jpqr_AtAShop_ShowsTheCodeWithTheAmountAndSellsWhenStaffHasSeenTheMoney()
    {
        var shop = Render<ShopScreen>(screen => screen.Add(s => s.Till, "momiji-1").Add(s => s.Site, Shop with { Tenders = [Jpqr, Coupon] }));
        Find(shop, "amount").Input("1280");
        Tap(shop, "pay-jpqr");
        Assert.Equal(QrDrawing.Of(MerchantCode.Of(Registered, new Yen(1280))), Find(shop, "jpqr").GetAttribute("src"));
        Tap(shop, "take-back");
        Tap(shop, "pay-jpqr");
        Find(shop, "take").Submit();
        Await(shop, "done");

        Assert.Equal(("jpqr", new Yen(1280)), (SoldBy(1).Single().External, SoldBy(1).Single().Amount));
    }

    [Theory]
    [InlineData(800, OverpaidRule.Exact, true)]
    [InlineData(801, OverpaidRule.Exact, false)]
    [InlineData(801, OverpaidRule.Returned, true)]
    [InlineData(801, OverpaidRule.Kept, true)]
    [InlineData(0, OverpaidRule.Kept, false)]
    public void Takes_AmountAndRule_SaysWhetherItCanBeTaken(long amount, OverpaidRule over, bool can) =>
        Assert.Equal(can, new SplitSum(new Yen(800)).Takes(new Yen(amount), over));

    [Fact]
    public void External_VoucherAboveTheRest_PaysTheRestAndRemembersItsWorth()
    {
        var sum = new SplitSum(new Yen(800));
        var part = sum.External(Coupon, new Yen(1000));
        sum.Add(part);

        Assert.Equal((new Yen(800), new Yen(1000), new Yen(200), false), (part.Amount, part.Received!.Value, part.Above, part.GivesBack));
        Assert.Equal(Yen.Zero, sum.Rest);
        Assert.False(sum.Takes(new Yen(1), OverpaidRule.Kept));
        Assert.Throws<ArgumentException>(() => sum.Add(part));
        Assert.NotEqual(sum.Tenders()[0].Id, sum.Tenders()[0].Id);
    }

    private static void Take<T>(IRenderedComponent<T> screen, string amount, string way) where T : IComponent
    {
        Find(screen, "part-amount").Input(amount);
        Tap(screen, "way-" + way);
    }

    private IRenderedComponent<TillScreen> RingUp()
    {
        var till = Render<TillScreen>(screen => screen.Add(s => s.Till, Till).Add(s => s.Site, Cave with { Tenders = [Card, Transit, Coupon] }));
        Tap(till, "product-adult-plus", times: 2);
        return till;
    }

    private IReadOnlyList<TenderRequest> SoldBy(int tenders)
    {
        Eventually(() => Assert.Equal(tenders, Assert.Single(Sold).Tenders.Count));
        return Sold[0].Tenders;
    }
}
