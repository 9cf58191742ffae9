using System.Net;
using System.Text.Json;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel;
using Tourism.Pos.Shared.Journals;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Books;
using Tourism.Pos.Ui.Device;
using Tourism.Pos.Ui.Layout;
using Tourism.Pos.Ui.Outbox;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>A till whose network comes and goes: nothing is lost, nothing is sold twice, and the journal has no break.</summary>
public sealed class OfflineTests : TillTestBase
{
    private FactOutbox Outbox => Services.GetRequiredService<FactOutbox>();

    [Fact]
    public void Sell_WithoutNetwork_IsDoneAtOnceAndArrivesOnceLater()
    {
        var till = Open();
        Server.Down = true;
        RingUp(till);
        Sell(till);
        Assert.NotNull(Find(till, "ticket-qr"));
        Assert.NotNull(Find(till, "receipt-later"));
        Assert.Equal(1, Outbox.Waiting);
        Server.Down = false;

        Eventually(() => Assert.Equal(0, Outbox.Waiting));
        Await(till, "receipt-qr");
        Assert.Single(Server.Of("PUT", "/api/v1/sales/").Distinct());
        Assert.Equal(FactState.Acknowledged, Assert.Single(Store.Facts).State);
    }

    [Fact]
    public void Shell_WhileSalesWait_SaysHowManyAndRefusesToSignOut()
    {
        SignedIn();
        var till = Open();
        Server.Down = true;
        RingUp(till);
        Sell(till);
        var shell = Render<Shell>();
        Await(shell, "outbox-waits");
        Assert.Contains("1 件の会計が 10:30 から", Find(shell, "outbox-waits").TextContent, StringComparison.Ordinal);
        Tap(shell, "sign-out");

        Await(shell, "sign-out-refused");
        Assert.Empty(Server.Of("DELETE", "/api/v1/session"));
        Server.Down = false;
        shell.WaitForAssertion(() => Assert.Empty(shell.FindAll("[data-testid=outbox-waits]")));
    }

    [Fact]
    public void Drain_OneBadSale_NeedsAttentionAndHoldsUpNoOther()
    {
        var till = Open();
        Server.Down = true;
        SellTwo(till);
        Server.Refuse("PUT", Store.Facts[0].Path, HttpStatusCode.UnprocessableEntity, "その時刻には売れません。");
        Server.Down = false;

        Eventually(() => Assert.Equal([FactState.NeedsAttention, FactState.Acknowledged], Store.Facts.Select(fact => fact.State)));
        Assert.Equal("その時刻には売れません。", Store.Facts[0].Trouble);
        Tap(till, "next");
        Tap(till, "last-sales");
        Tap(till, $"recent-{Till}-3-000001");
        Await(till, "needs-attention");
    }

    [Fact]
    public void Drain_AServerErrorOnOneSale_LetsTheOthersThroughAndComesBackToIt()
    {
        var till = Open();
        Server.Down = true;
        SellTwo(till);
        Server.Refuse("PUT", Store.Facts[0].Path, HttpStatusCode.InternalServerError, "");
        Server.Down = false;
        Eventually(() => Assert.Equal(FactState.Acknowledged, Store.Facts[1].State));
        Assert.Equal(FactState.Retry, Store.Facts[0].State);
        Server.On("PUT", Store.Facts[0].Path, Take);

        Eventually(() => Assert.Equal(FactState.Acknowledged, Store.Facts[0].State));
    }

    [Fact]
    public void Drain_WhenTheDeviceItselfFails_SaysSoGivesTheLockBackAndGoesOn()
    {
        SignedIn();
        var till = Open();
        var shell = Render<Shell>();
        Store.BeforeSettle = () => throw new InvalidOperationException("The disk is full.");
        RingUp(till);
        Sell(till);
        Await(shell, "outbox-trouble");
        Store.BeforeSettle = null;

        Eventually(() => Assert.Equal((0, false, false), (Outbox.Waiting, Outbox.Troubled, Store.Locked)));
        shell.WaitForAssertion(() => Assert.Empty(shell.FindAll("[data-testid=outbox-trouble]")));
        Assert.Equal(FactState.Acknowledged, Assert.Single(Store.Facts).State);
    }

    [Fact]
    public void Journal_OverSalesAndARestart_IsOneChainFromTheEpochsStart()
    {
        var till = Open();
        Server.Down = true;
        SellTwo(till);
        Server.Down = false;
        var again = Open();
        Eventually(() => Assert.Equal(0, Outbox.Waiting));
        RingUp(again);
        Sell(again);
        Eventually(() => Assert.Equal(0, Outbox.Waiting));

        var epoch = JsonSerializer.Deserialize<Series>(Store.Kept["series." + Till], Json.Options)!;
        var previous = Journal.Start(epoch.Id);
        foreach (var fact in Store.Facts)
        {
            var sale = JsonSerializer.Deserialize<SaleRequest>(fact.Body, Json.Options)!;
            Assert.Equal((previous, Journal.Next(previous, fact.Id, sale)), (sale.Journal!.Previous, sale.Journal.Hash));
            Assert.True(Store.Key.VerifyData(Convert.FromHexString(sale.Journal.Hash), Convert.FromBase64String(sale.Journal.Signature!), System.Security.Cryptography.HashAlgorithmName.SHA256));
            previous = sale.Journal.Hash;
        }

        Assert.Equal((3, previous), (epoch.Last, epoch.Hash));
    }

    [Fact]
    public void Sell_WhenAnotherTabWasQuicker_TakesTheNumberAndLinkAfterIt()
    {
        var till = Open();
        RingUp(till);
        var other = new string('a', 64);
        Store.BeforeMove = () =>
        {
            var key = "series." + Till;
            var series = JsonSerializer.Deserialize<Series>(Store.Kept[key], Json.Options)!;
            Store.Kept[key] = JsonSerializer.Serialize(series with { Last = 1, Hash = other }, Json.Options);
        };
        Sell(till);

        Eventually(() => Assert.Single(Sold));
        Assert.Equal((2, other), (Sold[0].Number, Sold[0].Journal!.Previous));
    }

    [Fact]
    public void Open_WithDataOfAnEarlierVersion_SendsItsSaleAndBeginsAJournal()
    {
        var id = Guid.CreateVersion7();
        var sale = new SaleRequest(
            Till, 2, 9, new DateTime(2026, 11, 21, 1, 0, 0, DateTimeKind.Utc), "ja", [new LineRequest("adult", 1)], new Yen(1300),
            [new TenderRequest(Guid.CreateVersion7(), TenderKind.Cash, new Yen(1300), new Yen(1300))]);
        Store.Earlier["tourism.series." + Till] = JsonSerializer.Serialize(new { id = Guid.CreateVersion7(), epoch = 2, last = 9 }, Json.Options);
        Store.Earlier["tourism.unsent." + Till] = JsonSerializer.Serialize(new { id, request = sale }, Json.Options);
        var till = Open();

        Eventually(() => Assert.Single(Server.Of("PUT", $"/api/v1/sales/{id}")));
        Assert.Equal((2, 9), (Sold[0].Epoch, Sold[0].Number));
        Assert.Empty(Store.Earlier);
        RingUp(till);
        Sell(till);
        Eventually(() => Assert.Equal(2, Sold.Count));
        Assert.Equal((3, 1), (Sold[1].Epoch, Sold[1].Number));
        Assert.NotNull(Sold[1].Journal);
    }

    [Fact]
    public void Open_WithoutNetworkOnAKnownTill_SellsOn()
    {
        var before = Open();
        RingUp(before);
        Sell(before);
        before.WaitForAssertion(() => Assert.Equal(0, Outbox.Waiting));
        Server.Down = true;
        var till = Open();
        RingUp(till);
        Sell(till);

        Assert.Equal($"{Till}-3-000002", Find(till, "receipt-number").TextContent);
    }

    [Fact]
    public void PayByPhone_WithoutNetwork_SaysSoAndCashStillWorks()
    {
        var till = Open();
        RingUp(till);
        Server.Down = true;
        Tap(till, "pay-qr");
        Await(till, "no-wallet");
        Tap(till, "set-aside");
        Tap(till, "cash-exact");
        Submit(till);
        Await(till, "done");
        Server.Down = false;

        Eventually(() => Assert.Equal(0, Outbox.Waiting));
        Assert.Equal([1, 2], Store.Facts.Select(fact => JsonSerializer.Deserialize<SaleRequest>(fact.Body, Json.Options)!.Number));
    }

    private void SellTwo(IRenderedComponent<Pos.Till.Tills.TillScreen> till)
    {
        RingUp(till);
        Sell(till);
        Tap(till, "next");
        RingUp(till);
        Sell(till);
    }

    private void SignedIn()
    {
        var person = new PersonView("hanako", new LocalText("花子", "Hanako"), [Roles.TicketStaff], "akiyoshido", Till, null);
        Server.On("GET", "/api/v1/session", _ => new SessionView("demo", person, []));
        Render<Tourism.Pos.Till.Home.HomePage>();
    }
}
