using System.Net;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Admissions;
using Tourism.Pos.Audit;
using Tourism.Pos.Sales;
using Tourism.Pos.Sales.ByPhone;
using Tourism.Pos.Sales.ByPhone.Ahead;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Payments.Counting;
using Tourism.Pos.Tests.Refunds;

namespace Tourism.Pos.Tests.Sales.ByPhone.Ahead;

/// <summary>From the poster to the ticket.</summary>
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
        await visitor.PayAsync(check.Form);

        var sale = await counter.ViewAsync(check.Form);
        Assert.Equal((SaleState.Completed, Language.Ko, 3), (sale.State, sale.Language, sale.Ticket!.People));
        var page = (await visitor.OpenAsync(await visitor.PayPageAsync(check.Form))).Text;
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
        await visitor.PayAsync(check.Form);
        var later = await visitor.SendAsync(check);

        Assert.All(taps, tap => Assert.Equal(HttpStatusCode.SeeOther, tap.Status));
        Assert.StartsWith(await visitor.PayPageAsync(check.Form), later.Location, StringComparison.Ordinal);
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
    public async Task Buy_DayEndedSinceThePageWasRead_AsksAgainForTheNewDay()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);
        var check = await visitor.PickAsync();
        counter.Host.Clock.Advance(TimeSpan.FromHours(15));

        var asked = await visitor.SendAsync(check);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "2026-11-24"), (asked.Status, asked.Hidden["day"]));
        Assert.Contains(Text("say-day"), asked.Text, StringComparison.Ordinal);
        Assert.Equal(0, await counter.ReadAsync(db => db.Set<Sale>().CountAsync(Ct)));
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(asked)).Status);
        Assert.Equal(new DateOnly(2026, 11, 24), await counter.ReadAsync(db => db.Set<Sale>().Select(sale => sale.BusinessDate).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Buy_PaidAfterMidnight_TicketIsForTheDayItWasPaid()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);
        counter.Host.Clock.Advance(new TimeSpan(13, 50, 0));
        var check = await visitor.PickAsync();
        await visitor.SendAsync(check);
        counter.Host.Clock.Advance(TimeSpan.FromMinutes(20));

        await visitor.PayAsync(check.Form);

        var sale = await counter.ReadAsync(db => db.Set<Sale>().SingleAsync(Ct));
        var ticket = await counter.ReadAsync(db => db.Set<Ticket>().SingleAsync(Ct));
        Assert.Equal((new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24)), (sale.BusinessDate, ticket.FirstDay));
    }

    [Fact]
    public async Task Buy_ManyBegunAndNotPaid_IsBusyUntilTheyEnd()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);
        for (var begun = 0; begun < PhoneSeries.MostUnpaid; begun++)
            await BeginAsync(counter);

        var refused = await visitor.SendAsync(await visitor.PickAsync());
        counter.Host.Clock.Advance(TimeSpan.FromMinutes(31));
        await counter.Host.Job("pos-abandoned-sales").RunAsync(Ct);
        await counter.Host.Job("pos-abandoned-sales").RunAsync(Ct);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(await visitor.PickAsync())).Status);
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

        Assert.Equal((HttpStatusCode.SeeOther, await visitor.PayPageAsync(check.Form) + "?lang=ko"), (gone.Status, gone.Location));
    }

    private static string Text(string key) => AheadTexts.All.Get(Language.Ko, key);

    /// <summary>A purchase whose payment was never begun.</summary>
    private static async Task BeginAsync(CounterHost counter)
    {
        var (series, till) = (counter.Host.Get<PhoneSeries>(), CounterHost.Site + "-phone");
        var sale = new SaleRequest(
            till, await series.EpochAsync(till, Ct), 1, counter.Host.Clock.UtcMicros(), Language.Ko, [new LineRequest("adult", 1)], new Yen(1_300),
            [new TenderRequest(Guid.CreateVersion7(), TenderKind.Qr, new Yen(1_300))]);
        var ready = await counter.Host.Get<CheckSale>().RunAsync(Guid.CreateVersion7(), new string('A', 64), sale, Actor.Nobody, Ct);
        Assert.True((await series.WriteAsync(ready.Value, Ct)).Ok);
    }
}
