using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Payments;
using Tourism.Pos.Sales;
using Tourism.Pos.Sales.ByPhone;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Payments;
using Tourism.Pos.Tests.Refunds;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Tests.Sales.ByPhone;

public sealed class SellByPhoneTests
{
    private const string Till = CounterHost.Site + "-phone";
    private static readonly PhoneBasket Couple = new(CounterHost.Site, [new LineRequest("adult", 2)], new Yen(2_600), Language.Ko);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sell_FormSentTwiceAtOnce_BuysOnceAndPaidGivesTheTicket()
    {
        await using var counter = await CounterHost.StartAsync();
        var id = Guid.CreateVersion7();

        var answers = await Task.WhenAll(BuyAsync(counter, id), BuyAsync(counter, id));
        await counter.Host.VisitorPaysAsync();
        await counter.Host.Get<AdvancePayment>().RunAsync(id, null, Ct);

        Assert.All(answers, answer => Assert.Equal(id, answer.Value.Id));
        var sale = await counter.ViewAsync(id);
        Assert.Equal((SaleState.Completed, $"{Till}-1-000001", Language.Ko, 2), (sale.State, sale.ReceiptNumber, sale.Language, sale.Ticket?.People));
        Assert.Equal(1, await counter.ReadAsync(db => db.Set<Sale>().CountAsync(Ct)));
    }

    [Fact]
    public async Task Sell_ManyAtOnce_NumbersThemWithoutGapInOneWholeChain()
    {
        await using var counter = await CounterHost.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => BuyAsync(counter, Guid.CreateVersion7())));

        var journal = (await counter.Host.Get<ReadJournal>().HandleAsync(Till, null, Ct)).Value;
        var epoch = Assert.Single(journal.Epochs);
        Assert.Equal((12, true, 0), (epoch.LastNumber, epoch.Verified, epoch.Gaps.Count + epoch.Forks.Count + epoch.Unlinked));
    }

    [Fact]
    public async Task Sell_PriceChangedSinceThePageWasRead_IsRefusedWithBothTotalsAndSellsNothing()
    {
        await using var counter = await CounterHost.StartAsync();

        var answer = await counter.Host.Get<SellByPhone>().HandleAsync(Guid.CreateVersion7(), Couple with { Total = new Yen(2_400) }, Ct);

        Assert.Equal(new TotalDiffers(new Yen(2_400), new Yen(2_600)), answer.Failure);
        Assert.Equal(0, await counter.ReadAsync(db => db.Set<Sale>().CountAsync(Ct)));
    }

    [Fact]
    public async Task Sell_SameFormWithAnotherParty_IsRefused()
    {
        await using var counter = await CounterHost.StartAsync();
        var id = Guid.CreateVersion7();
        await BuyAsync(counter, id);

        var other = await counter.Host.Get<SellByPhone>().HandleAsync(id, new PhoneBasket(CounterHost.Site, [new LineRequest("adult", 1)], new Yen(1_300), Language.Ko), Ct);

        Assert.Equal("id-reused", other.Failure?.Code);
    }

    [Fact]
    public async Task Record_FromADeviceUnderThePhonesTill_IsUnknown()
    {
        await using var counter = await CounterHost.StartAsync();
        await BuyAsync(counter, Guid.CreateVersion7());
        var forged = new SaleRequest(
            Till, 1, 2, counter.Host.Clock.UtcMicros(), Language.Ja, Couple.Lines, Couple.Total, [new TenderRequest(Guid.CreateVersion7(), TenderKind.Cash, Couple.Total, Couple.Total)]);

        var answer = await counter.Host.Get<RecordSale>().HandleAsync(Guid.CreateVersion7(), forged, new Actor("hanako"), Ct);

        Assert.Equal(new UnknownTill(Till), answer.Failure);
    }

    private static Task<Result<Payment>> BuyAsync(CounterHost counter, Guid id) => counter.Host.Get<SellByPhone>().HandleAsync(id, Couple, Ct);
}
