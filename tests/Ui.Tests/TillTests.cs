using Bunit;
using Tourism.Kernel;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Tills;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

public sealed class TillTests : TillTestBase
{
    [Fact]
    public void Tap_SeveralPeople_ShowsThePriceWithoutAskingAnybody()
    {
        var till = Open();
        Tap(till, "product-adult-plus", times: 2);
        Tap(till, "product-elementary-plus");

        Assert.Equal("3,300円", Find(till, "total").TextContent);
        Assert.DoesNotContain(Server.All, sent => sent.Path.Contains("quotes", StringComparison.Ordinal));
    }

    [Fact]
    public void Sell_ForCash_SendsTheSaleOnceAsTapped()
    {
        var till = Open();
        RingUp(till);
        Tap(till, "cash-4000");
        Submit(till);
        Await(till, "done");
        Eventually(() => Assert.Single(Sold));

        var sale = Sold[0];
        Assert.Equal((Till, 3, 1, "ja", new Yen(3300)), (sale.Till, sale.Epoch, sale.Number, sale.Language, sale.Total));
        Assert.Equal([new LineRequest("adult", 2), new LineRequest("elementary", 1)], sale.Lines);
        var tender = Assert.Single(sale.Tenders);
        Assert.Equal((TenderKind.Cash, new Yen(3300), new Yen(4000)), (tender.Kind, tender.Amount, tender.Received!.Value));
        Assert.Equal("700円", Find(till, "change").TextContent);
        Assert.Equal([new Yen(2600), new Yen(700)], sale.Charged!.Lines.Select(line => line.Amount));
        till.WaitForAssertion(() => Assert.StartsWith("data:image/svg+xml", Find(till, "receipt-qr").GetAttribute("src"), StringComparison.Ordinal));
    }

    [Fact]
    public void Sell_WithAListedKey_HandsOverATicketThatTheKeyVerifies()
    {
        var till = Open();
        RingUp(till);
        Sell(till);
        Eventually(() => Assert.Single(Sold));

        var ticket = TicketCode.Read(Sold[0].Ticket!)!;
        Assert.Equal((7u, 1, 3), (ticket.Payload.Key, ticket.Payload.Site, ticket.Payload.People));
        Assert.Equal([new TicketParty(1, 2), new TicketParty(2, 1)], ticket.Payload.Party);
        Assert.True(Store.Key.VerifyData(ticket.Signed, ticket.Signature, System.Security.Cryptography.HashAlgorithmName.SHA256));
    }

    [Fact]
    public void Next_AfterASale_StartsEmptyAndCountsOn()
    {
        var till = Open();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            RingUp(till);
            Sell(till);
            Assert.Equal("next", Device.Focused);
            Tap(till, "next");
        }

        Eventually(() => Assert.Equal([1, 2], Sold.Select(sale => sale.Number)));
        Assert.Equal("0円", Find(till, "total").TextContent);
        Assert.True(Find(till, "undo").HasAttribute("disabled"));
    }

    [Fact]
    public void Cash_LessThanTheTotal_CannotBeSold()
    {
        var till = Open();
        RingUp(till);
        Find(till, "received").Input("3000");

        Assert.True(Find(till, "sell").HasAttribute("disabled"));
        Assert.Equal("300円", Find(till, "change").TextContent);
    }

    [Fact]
    public void Clear_ByMistake_IsUndone()
    {
        var till = Open();
        RingUp(till);
        Tap(till, "clear");
        Assert.Equal("0円", Find(till, "total").TextContent);
        Tap(till, "undo");

        Assert.Equal("3,300円", Find(till, "total").TextContent);
    }

    [Fact]
    public void Origin_TappedOnce_GoesWithTheSaleAndASecondTapTakesItBack()
    {
        var till = Open();
        Tap(till, "origin-KR");
        RingUp(till);
        Sell(till);
        Tap(till, "next");
        Tap(till, "origin-TW", times: 2);
        RingUp(till);
        Sell(till);

        Eventually(() => Assert.Equal(["KR", null], Sold.Select(sale => sale.Origin)));
    }

    [Fact]
    public void Print_OnTheDoneScreen_HasReceiptAndTicket()
    {
        var till = Open();
        RingUp(till);
        Sell(till);
        Tap(till, "print");

        Assert.Equal(1, Device.Printed);
        Assert.Contains("3,300", Find(till, "printout").TextContent, StringComparison.Ordinal);
        Assert.NotNull(till.Find(".printout .ticket img"));
    }

    [Fact]
    public void Shortcuts_OnOneScreen_AreEachUsedOnce()
    {
        var till = Open();
        RingUp(till);
        var keys = till.FindAll("[aria-keyshortcuts]").Select(control => control.GetAttribute("aria-keyshortcuts")).ToList();

        Assert.Contains("1", keys);
        Assert.Contains("Enter", keys);
        Assert.Equal(keys.Distinct(), keys);
    }
}
