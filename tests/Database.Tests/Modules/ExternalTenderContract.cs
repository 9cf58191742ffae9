using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Contracts;
using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Catalogue.Tenders;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Money taken outside this system: recorded with the tap, undone by its rule, never refused once it has happened.</summary>
public abstract class ExternalTenderContract(DatabaseFixture database) : RefundSteps(database)
{
    private const string Card = "card-terminal";
    private const string Transit = "transit-ic";
    private const string Coupon = "regional-coupon";

    [DatabaseFact]
    public async Task HandleAsync_CardAndCash_IsPaidAtOnceAndKeepsWhatTheTenderWas()
    {
        var sale = await PayAsync(Paid(Card, 1_600, "00123-7"), Cash(1_000));
        var view = (await SendAsync(sale.Id, sale.Request)).Value.View;
        Assert.Equal((SaleState.Completed, 0), (view.State, view.Reviews!.Count));
        Assert.Equal(("カード端末", false, "00123-7"), (view.Tenders[0].External!.Name.Ja, view.Tenders[0].External!.Duty, view.Tenders[0].Slip));
        Assert.Equal([new SaleFactTender("external:card-terminal", new Yen(1_600)), new SaleFactTender("cash", new Yen(1_000))], Assert.Single(await FactsOfAsync(sale.Id)).Tenders);
        Assert.Equal(325, (await SalesOfAsync(Till, sale.Request.Epoch))[0].Tenders[0].FeeBasisPoints);
    }

    [DatabaseFact]
    public async Task HandleAsync_CouponAboveTheTotal_GivesNoChange()
    {
        var sale = await PayAsync(Paid(Coupon, 2_600) with { Received = new Yen(3_000) });
        Assert.Equal(Yen.Zero, (await SendAsync(sale.Id, sale.Request)).Value.View.Change);
    }

    [DatabaseFact]
    public async Task HandleAsync_TenderNotTakenHere_IsDoubtedWhenItHasHappenedAndElseRefused()
    {
        foreach (var (tender, field) in new[]
        {
            (Paid("beads", 2_600), "tenders[0].external"), (Paid("paypay-sticker", 2_600), "tenders[0].external"), (Paid(Card, 2_600) with { Received = new Yen(3_000) }, "tenders[0].received"),
        })
        {
            var request = Charged(await OpenSeriesAsync(), number: 1) with { Tenders = [tender] };
            var asked = await SendAsync(Guid.CreateVersion7(), request with { Charged = null });
            Assert.Equal(("wrong-tender", field), (asked.Failure?.Code, asked.Failure?.Field));
            var happened = (await SendAsync(Guid.CreateVersion7(), request)).Value.View;
            Assert.Equal((SaleState.Completed, ReviewKind.ExternalTender), (happened.State, Assert.Single(happened.Reviews!).Kind));
        }
    }

    [DatabaseFact]
    public async Task HandleAsync_MalformedTender_NamesTheField()
    {
        var request = Charged(await OpenSeriesAsync(), number: 1);
        foreach (var (tender, field) in new[]
        {
            (Paid("", 2_600), "tenders[0].external"), (Paid(Card, 2_600, new string('1', 41)), "tenders[0].slip"), (Paid(Card, 2_600, ""), "tenders[0].slip"),
            (Cash(2_600) with { External = Card }, "tenders[0].external"), (Cash(2_600) with { Slip = "1" }, "tenders[0].slip"), (Paid(Coupon, 2_600) with { Received = new Yen(1) }, "tenders[0].received"),
        })
            Assert.Equal(field, (await SendAsync(Guid.CreateVersion7(), request with { Tenders = [tender] })).Failure?.Field);
    }

    [DatabaseFact]
    public async Task HandleAsync_RetiredMeanwhile_IsNoDoubtForWhatWasTakenBefore()
    {
        var before = Charged(await OpenSeriesAsync(), number: 1) with { OccurredAt = Clock.UtcMicros().AddMinutes(-1), Tenders = [Paid("short-lived", 2_600)] };
        var says = new ExternalTenderRequest(new ExternalTerms(new LocalText("お試し決済"), Duty: true), "", "", 0, ExternalRefund.InCash, [new ExternalTenderSite("akiyoshido")]);
        var kept = (await KeepAsync(says)).Value;
        Assert.True(kept.First);
        Assert.False((await KeepAsync(says)).Value.First);
        Assert.Equal("external-tender-changed", (await KeepAsync(says with { Retired = true, Version = 99 })).Failure?.Code);
        await KeepAsync(says with { Retired = true, Version = kept.View.Says.Version });
        Assert.Empty((await SendAsync(Guid.CreateVersion7(), before)).Value.View.Reviews!);
        var after = before with { Number = 2, OccurredAt = Clock.UtcMicros(), Tenders = [Paid("short-lived", 2_600)] };
        var view = (await SendAsync(Guid.CreateVersion7(), after)).Value.View;
        Assert.Equal((ReviewKind.ExternalTender, "お試し決済"), (Assert.Single(view.Reviews!).Kind, view.Tenders[0].External!.Name.Ja));
    }

    [DatabaseFact]
    public async Task RefundAsync_Split_GoesBackExternalFirstWithItsSlip()
    {
        var sale = await PayAsync(Cash(1_000), Paid(Card, 1_600));
        var left = await LeftAsync(sale.Id);
        Assert.Equal([(TenderKind.External, 1_600L, ExternalRefund.AtTerminal), (TenderKind.Cash, 1_000L, null)], left.Tenders!.Select(tender => (tender.Kind, tender.Left.Amount, tender.Rule)));
        var slip = new RefundSlip(sale.Request.Tenders[1].Id, "00124-1");
        var first = (await HandleAsync(sale.Id, Guid.CreateVersion7(), Wish(sale.Request, 2, 1_300, new RefundLineRequest(1, 1)) with { Slips = [slip] })).Value.View;
        Assert.Equal((TenderKind.External, 1_300L, RefundState.Done, "00124-1"), first.Tenders.Select(part => (part.Kind, part.Amount.Amount, part.State, part.Slip)).Single());
        var wrong = Wish(sale.Request, 3, 1_300) with { Slips = [new RefundSlip(sale.Request.Tenders[0].Id, "1")] };
        Assert.Equal("slips[0].tender", (await HandleAsync(sale.Id, Guid.CreateVersion7(), wrong)).Failure?.Field);
        var second = (await RefundAsync(sale.Id, sale.Request, 3, 1_300)).Value.View;
        Assert.Equal([(TenderKind.Cash, 1_000L), (TenderKind.External, 300L)], second.Tenders.Select(part => (part.Kind, part.Amount.Amount)).Order());
    }

    [DatabaseFact]
    public async Task RefundAsync_TransportCard_GoesBackAsCashAndCountsAsCash()
    {
        var sale = await PayAsync(Paid(Transit, 2_600));
        var refund = (await RefundAsync(sale.Id, sale.Request, 2, 1_300, new RefundLineRequest(1, 1))).Value.View;
        Assert.Equal((TenderKind.Cash, 1_300L), refund.Tenders.Select(part => (part.Kind, part.Amount.Amount)).Single());
        Assert.Equal(new SaleFactTender("cash", new Yen(1_300)), Assert.Single(Assert.Single(await ToldAsync<RefundFact>(refund.Id)).Tenders));
    }

    [DatabaseFact]
    public async Task RefundAsync_CouponThatNeverGoesBack_StandsInTheWayOfNothingElse()
    {
        var sale = await PayAsync(Paid(Coupon, 1_000), Cash(1_600));
        Assert.Equal(TenderKind.Cash, Assert.Single((await RefundAsync(sale.Id, sale.Request, 2, 1_300, new RefundLineRequest(1, 1))).Value.View.Tenders).Kind);
        var refused = await RefundAsync(sale.Id, sale.Request, 3, 1_300);
        Assert.Equal("never-given-back", refused.Failure?.Code);
        Assert.Contains("地域共通クーポン", refused.Failure!.Ja, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Journal_SalesAndRefundsWithSlips_VerifyFromTheStoredFacts()
    {
        using var till = new TillDevice();
        var series = (await Get<OpenEpoch>().HandleAsync(Till, till.Id, till.Opening, null, Token)).Value.View.Epoch;
        var (id, back) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var request = till.Link(id, Charged(series, number: 1) with { Tenders = [Paid(Card, 1_600, "00123-7"), Paid(Coupon, 1_000) with { Received = new Yen(2_000) }] });
        Assert.Empty((await SendAsync(id, request)).Value.View.Reviews!);
        var refund = till.Link(id, back, Wish(request, 2, 1_300, new RefundLineRequest(1, 1)) with { Slips = [new RefundSlip(request.Tenders[0].Id, "00124-1")] });
        Assert.True((await HandleAsync(id, back, refund)).Ok);
        Assert.True(await VerifiedAsync(series));
        await ReadAsync<PosDbContext, int>(db => db.Set<Tender>().Where(tender => tender.Slip == "00123-7" && tender.Id == request.Tenders[0].Id)
            .ExecuteUpdateAsync(set => set.SetProperty(tender => tender.Slip, "00123-8"), Token));
        Assert.False(await VerifiedAsync(series));
    }

    private async Task<bool> VerifiedAsync(int series) => (await Get<ReadJournal>().HandleAsync(Till, series, Token)).Value.Epochs.Single(epoch => epoch.Epoch == series).Verified == true;

    private Task<Result<Tourism.Kernel.Server.Http.Written<KeptExternalTenderView>>> KeepAsync(ExternalTenderRequest says) =>
        Get<KeepExternalTender>().HandleAsync("short-lived", says, new Actor("admin"), Token);

    private async Task<(Guid Id, SaleRequest Request)> PayAsync(params TenderRequest[] tenders)
    {
        var (id, request) = (Guid.CreateVersion7(), Charged(await OpenSeriesAsync(), number: 1) with { Tenders = tenders });
        Assert.True((await SendAsync(id, request)).Ok);
        return (id, request);
    }

    private static TenderRequest Paid(string code, long amount, string? slip = null) =>
        new(Guid.CreateVersion7(), TenderKind.External, new Yen(amount)) { External = code, Slip = slip };

    private static TenderRequest Cash(long amount) => new(Guid.CreateVersion7(), TenderKind.Cash, new Yen(amount), new Yen(amount));
}

public sealed class ExternalTenderOnSqlite(SqliteFixture database) : ExternalTenderContract(database), IClassFixture<SqliteFixture>;

public sealed class ExternalTenderOnPostgreSql(PostgreSqlFixture database) : ExternalTenderContract(database), IClassFixture<PostgreSqlFixture>;
