using System.Net;
using Tourism.Kernel;
using Tourism.Pos.Payments.Pages;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Payments;
using Tourism.Pos.Tests.Refunds;

namespace Tourism.Pos.Tests.Sales.ByPhone.Ahead;

/// <summary>Visitors who do not pay, and some who come back for their money.</summary>
public sealed class AfterBuyingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Buy_NotPaid_SaysSoAndLeadsBackToTheTickets()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);
        var check = await visitor.PickAsync();
        await visitor.SendAsync(check);

        await counter.Host.SweepAsync(TimeSpan.FromMinutes(31));

        var page = await visitor.OpenAsync(await visitor.PayPageAsync(check.Form));
        Assert.Contains(PayTexts.All.Get(Language.Ko, "unpaid"), page.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{AheadVisitor.Address}?lang=ko\"", page.Text, StringComparison.Ordinal);
        Assert.Equal(SaleState.Cancelled, (await counter.ViewAsync(check.Form)).State);
        Assert.StartsWith(await visitor.PayPageAsync(check.Form), (await visitor.SendAsync(check)).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, SaleState.Cancelled)]
    [InlineData(true, SaleState.Completed)]
    public async Task End_ByTheVisitor_IsUnpaidUnlessTheMoneyWasFaster(bool paidBefore, SaleState state)
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);
        var check = await visitor.PickAsync();
        await visitor.SendAsync(check);
        var page = await visitor.PayPageAsync(check.Form);
        Assert.Contains($"action=\"{page}/end?lang=ko\"", (await visitor.OpenAsync(page)).Text, StringComparison.Ordinal);
        if (paidBefore)
            await counter.Host.VisitorPaysAsync();

        for (var tap = 0; tap < 2; tap++)
            Assert.Equal((HttpStatusCode.SeeOther, page + "?lang=ko"), await EndAsync(visitor, page));

        Assert.Equal(state, (await counter.ViewAsync(check.Form)).State);
    }

    [Fact]
    public async Task End_WhereATillWaitsForTheMoney_IsForItsStaff()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);
        var order = await counter.RingUpAsync(TenderKind.Qr);
        await counter.Host.StartAsync(order.Tender, sale: order.Sale);

        await EndAsync(visitor, await visitor.PayPageAsync(order.Tender));

        Assert.Equal((SaleState.AwaitingPayment, PaymentState.AwaitingCustomer), ((await counter.ViewAsync(order.Sale)).State, await counter.Host.StateAsync(order.Tender)));
        Assert.Equal(HttpStatusCode.NotFound, (await EndAsync(visitor, "/pay/" + new string('0', 26))).Status);
    }

    [Fact]
    public async Task Refund_AtTheCounter_FindsItByTicketOrReceiptAndGivesAPartBack()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);
        var check = await visitor.PickAsync();
        await visitor.SendAsync(check);
        await visitor.PayAsync(check.Form);
        var sale = await counter.ViewAsync(check.Form);
        var find = counter.Host.Get<FindSale>();

        Assert.Equal(sale.Id, (await find.HandleAsync(sale.ReceiptNumber, null, Ct)).Value.Id);
        Assert.Equal(sale.Id, (await find.HandleAsync(sale.ReceiptUrl.Split('/')[^1], null, Ct)).Value.Id);
        Assert.Equal(sale.Id, (await find.HandleAsync(null, sale.Ticket!.Id, Ct)).Value.Id);
        var refund = await counter.RefundAsync(sale.Id, people: 1);
        await counter.SubmitAsync();

        Assert.Equal((TenderKind.Qr, new Yen(1_300)), (refund.Tenders.Single().Kind, refund.Total));
        Assert.Equal([RefundState.Done], await counter.StatesAsync(sale.Id));
        Assert.Equal([1_300], await counter.GivenAsync());
        var page = (await visitor.OpenAsync(await visitor.PayPageAsync(sale.Id))).Text;
        Assert.Contains($"/t/{(await counter.ViewAsync(sale.Id)).Ticket!.Code}.svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain(sale.Ticket.Code, page, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string? Location)> EndAsync(AheadVisitor visitor, string page)
    {
        var ended = await visitor.PostAsync(new FormUrlEncodedContent([]), page + "/end");
        return (ended.Status, ended.Location);
    }
}
