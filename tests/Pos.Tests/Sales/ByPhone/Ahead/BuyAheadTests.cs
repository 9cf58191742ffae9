using System.Net;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Admissions;
using Tourism.Pos.Payments;
using Tourism.Pos.Sales;
using Tourism.Pos.Sales.ByPhone.Ahead;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Payments;
using Tourism.Pos.Tests.Refunds;

namespace Tourism.Pos.Tests.Sales.ByPhone.Ahead;

/// <summary>From the poster to the ticket, and back for the money.</summary>
public sealed class BuyAheadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Buy_FamilyFromKorea_SeesTheTotalThenPaysAndHoldsTheTicket()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);

        var pick = await visitor.OpenAsync("/BUY/AKIYOSHIDO");
        Assert.Equal((HttpStatusCode.OK, true), (pick.Status, pick.NoStore));
        Assert.All(["어른", "1,300엔", "무료", "2026-11-23", Text("counter")], text => Assert.Contains(text, pick.Text, StringComparison.Ordinal));
        var check = await visitor.PickAsync();
        Assert.Contains("2,600엔 결제하기", check.Text, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' https:;", check.Policy, StringComparison.Ordinal);
        Assert.Equal(0, await counter.ReadAsync(db => db.Set<Sale>().CountAsync(Ct)));
        var gone = await visitor.SendAsync(check);
        Assert.Equal((HttpStatusCode.SeeOther, true), (gone.Status, gone.NoStore));
        Assert.Contains("/sandbox/", gone.Location, StringComparison.Ordinal);
        await PayAsync(counter, check.Form);

        var sale = await counter.ViewAsync(check.Form);
        Assert.Equal((SaleState.Completed, Language.Ko, 3), (sale.State, sale.Language, sale.Ticket!.People));
        var page = (await visitor.OpenAsync(await PayPageAsync(counter, check.Form))).Text;
        Assert.All([$"/t/{sale.Ticket.Code}.svg", $"/t/{sale.Ticket.Code}?lang=ko", $"{sale.ReceiptUrl}?lang=ko"], link => Assert.Contains(link, page, StringComparison.Ordinal));
        Assert.DoesNotContain("/buy/", page, StringComparison.Ordinal);
        var ticket = await counter.Host.Get<VisitorTickets>().FindAsync(sale.Ticket.Code, Ct);
        Assert.Equal([("어른", 2), ("미취학 아동", 1)], ticket!.Party.Select(part => (part.Name.In(Language.Ko), part.Count)));
    }

    [Fact]
    public async Task Buy_FormSentTwiceAndAgainAfterwards_BuysOnce()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);
        var check = await visitor.PickAsync();

        var taps = await Task.WhenAll(visitor.SendAsync(check), visitor.SendAsync(check));
        await PayAsync(counter, check.Form);
        var later = await visitor.SendAsync(check);

        Assert.All(taps, tap => Assert.Equal(HttpStatusCode.SeeOther, tap.Status));
        Assert.StartsWith(await PayPageAsync(counter, check.Form), later.Location, StringComparison.Ordinal);
        Assert.Equal(1, await counter.ReadAsync(db => db.Set<Sale>().CountAsync(Ct)));
    }

    [Fact]
    public async Task Buy_BackAndAnotherParty_IsAskedOnceMoreUnderAnotherForm()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);
        var check = await visitor.PickAsync();
        await visitor.SendAsync(check);

        var numbers = await visitor.SendAsync(check, ("change", "1"));
        var other = await visitor.SendAsync(numbers, ("people-adult", "1"));
        var asked = await visitor.SendAsync(other);
        Assert.Equal((HttpStatusCode.Conflict, check.Form, check.Form), (asked.Status, numbers.Form, other.Form));
        Assert.Contains("value=\"2\"", numbers.Text, StringComparison.Ordinal);
        Assert.Contains(Text("say-used"), asked.Text, StringComparison.Ordinal);
        Assert.NotEqual(check.Form, asked.Form);
        var bought = await visitor.SendAsync(asked);

        Assert.Equal(HttpStatusCode.SeeOther, bought.Status);
        Assert.Equal(new Yen(1_300), (await counter.ViewAsync(asked.Form)).Total);
    }

    [Fact]
    public async Task Buy_PriceIsAnotherOneThanWasShown_ShowsTheNewTotalAndBuysNothingYet()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);
        var check = await visitor.PickAsync();
        var earlier = check with { Hidden = new Dictionary<string, string>(check.Hidden) { ["total"] = "2400" } };

        var asked = await visitor.SendAsync(earlier);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, check.Form, "2600"), (asked.Status, asked.Form, asked.Hidden["total"]));
        Assert.Contains(Text("say-changed"), asked.Text, StringComparison.Ordinal);
        Assert.Equal(0, await counter.ReadAsync(db => db.Set<Sale>().CountAsync(Ct)));
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(asked)).Status);
    }

    [Fact]
    public async Task Buy_ProviderAway_WaitsOnOurOwnPage()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);
        var check = await visitor.PickAsync();

        counter.Host.Network.BreakBefore();
        var gone = await visitor.SendAsync(check);
        counter.Host.Network.Mend();

        Assert.Equal((HttpStatusCode.SeeOther, await PayPageAsync(counter, check.Form) + "?lang=ko"), (gone.Status, gone.Location));
    }

    [Fact]
    public async Task Buy_NotPaid_SaysSoAndLeadsBackToTheTickets()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);
        var check = await visitor.PickAsync();
        await visitor.SendAsync(check);

        await counter.Host.SweepAsync(TimeSpan.FromMinutes(31));

        var page = await visitor.OpenAsync(await PayPageAsync(counter, check.Form));
        Assert.Contains(Pos.Payments.Pages.PayTexts.All.Get(Language.Ko, "unpaid"), page.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{AheadVisitor.Address}?lang=ko\"", page.Text, StringComparison.Ordinal);
        Assert.Equal(SaleState.Cancelled, (await counter.ViewAsync(check.Form)).State);
        Assert.StartsWith(await PayPageAsync(counter, check.Form), (await visitor.SendAsync(check)).Location, StringComparison.Ordinal);
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
        var page = await PayPageAsync(counter, check.Form);
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
        var order = await counter.RingUpAsync(TenderKind.Qr);
        await counter.Host.StartAsync(order.Tender, sale: order.Sale);

        await EndAsync(new AheadVisitor(counter), await PayPageAsync(counter, order.Tender));

        Assert.Equal((SaleState.AwaitingPayment, PaymentState.AwaitingCustomer), ((await counter.ViewAsync(order.Sale)).State, await counter.Host.StateAsync(order.Tender)));
        Assert.Equal(HttpStatusCode.NotFound, (await EndAsync(new AheadVisitor(counter), "/pay/" + new string('0', 26))).Status);
    }

    [Fact]
    public async Task Refund_AtTheCounter_FindsItByTicketOrReceiptAndGivesAPartBack()
    {
        await using var counter = await CounterHost.StartAsync();
        var check = await new AheadVisitor(counter).PickAsync();
        await new AheadVisitor(counter).SendAsync(check);
        await PayAsync(counter, check.Form);
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
        var page = (await new AheadVisitor(counter).OpenAsync(await PayPageAsync(counter, sale.Id))).Text;
        Assert.Contains($"/t/{(await counter.ViewAsync(sale.Id)).Ticket!.Code}.svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain(sale.Ticket.Code, page, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string? Location)> EndAsync(AheadVisitor visitor, string page)
    {
        var ended = await visitor.PostAsync(new FormUrlEncodedContent([]), page + "/end");
        return (ended.Status, ended.Location);
    }

    private static async Task PayAsync(CounterHost counter, Guid form)
    {
        await counter.Host.VisitorPaysAsync();
        await counter.Host.Get<AdvancePayment>().RunAsync(form, null, Ct);
    }

    private static async Task<string> PayPageAsync(CounterHost counter, Guid form) => "/pay/" + (await counter.Host.LoadAsync(form)).PageToken;

    private static string Text(string key) => AheadTexts.All.Get(Language.Ko, key);
}
