using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Payments;
using Tourism.Pos.Payments.Counting;
using Tourism.Pos.Payments.Payouts;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Sandbox.Money;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments.Counting;

/// <summary>What arrives at the bank, down to the sale.</summary>
public sealed class PayoutTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Payout_OfMoreThanAPage_AddsUpAndIsReadOnce()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.PaidAsync();
        await host.RefundAsync(payment, 500);
        await ManyAsync(host, 240);
        var id = await MakeAsync(host);

        await ReconcileAsync(host);
        await ReconcileAsync(host);

        var payout = Assert.Single(await host.Get<FindPayouts>().ListAsync(Ct));
        Assert.Equal((id, true, 242), (payout.Id, payout.AddsUp, payout.Lines));
        var lines = await host.RowsAsync<PayoutLine>();
        Assert.Equal((242, payout.Amount), (lines.Count, lines.Select(line => line.Net).Sum()));
        Assert.Equal((Yen.Zero - new Yen(500), payment), lines.Where(line => line.Refund is not null).Select(line => (line.Amount, line.Payment!.Value)).Single());
        Assert.Equal(new Yen(1300), lines.Single(line => line.Payment == payment && line.Refund is null).Amount);
        Assert.Empty((await host.CountedAsync()).Differences);
    }

    [Fact]
    public async Task Payout_ByHandTakenFromTheSameBalance_IsOneOfItsLines()
    {
        await using var host = await PaymentHost.StartAsync();
        await ManyAsync(host, 2);
        await (await host.Get<StripeGateway>().ClientAsync(Ct)).V1.Payouts.CreateAsync(new() { Amount = 100, Currency = "jpy" }, null, Ct);
        var id = await MakeAsync(host);

        await ReconcileAsync(host);

        var payout = (await host.Get<FindPayouts>().ListAsync(Ct)).Single(one => one.Id == id);
        Assert.Equal((true, 3), (payout.AddsUp, payout.Lines));
        Assert.Contains(await host.RowsAsync<PayoutLine>(), line => (line.Type, line.Net) == ("payout", Yen.Zero - new Yen(100)));
    }

    [Fact]
    public async Task Lines_ComeInPagesAndAsAFile()
    {
        await using var host = await PaymentHost.StartAsync();
        await ManyAsync(host, 240);
        var id = await MakeAsync(host);
        await ReconcileAsync(host);
        var find = host.Get<FindPayouts>();

        var first = (await find.FindAsync(id, 0, Ct)).Value;
        var rest = (await find.FindAsync(id, first.Next!.Value, Ct)).Value;

        Assert.Equal((200, 40, null), (first.Lines.Count, rest.Lines.Count, rest.Next));
        var others = Assert.Single(first.Sites);
        Assert.Equal((null, 240, first.Payout.Amount), (others.Site, others.Lines, others.Net));
        var csv = (await PayoutCsv.WriteAsync(find.LinesAsync(id, Ct), Language.Ja)).Split("\r\n");
        Assert.Equal(("日時,種類,施設,会計番号,金額（円）,手数料（円）,差引（円）,決済会社の番号,元の番号", 242), (csv[0], csv.Length));
        Assert.Equal(FailureKind.NotFound, (await find.FindAsync("po_none", 0, Ct)).Failure!.Kind);
    }

    [Fact]
    public async Task Payout_BrokenOffInTheMiddle_GoesOn()
    {
        await using var host = await PaymentHost.StartAsync();
        await ManyAsync(host, 240);
        await MakeAsync(host);
        var asked = 0;
        host.Network.Fault = (request, pass) =>
            request.RequestUri!.AbsolutePath.EndsWith("/balance_transactions", StringComparison.Ordinal) && ++asked > 1 ? throw new TaskCanceledException("killed") : pass();
        await Assert.ThrowsAsync<TaskCanceledException>(() => ReconcileAsync(host));
        Assert.Null(Assert.Single(await host.Get<FindPayouts>().ListAsync(Ct)).AddsUp);
        Assert.InRange((await host.RowsAsync<PayoutLine>()).Count, 0, 100);
        host.Network.Mend();

        await Task.WhenAll(ReconcileAsync(host), ReconcileAsync(host));

        Assert.True(Assert.Single(await host.Get<FindPayouts>().ListAsync(Ct)).AddsUp);
        Assert.Equal(240, (await host.RowsAsync<PayoutLine>()).Count);
    }

    [Fact]
    public async Task Payout_ThatIsNotItsLines_IsADifference()
    {
        await using var host = await PaymentHost.StartAsync();
        await ManyAsync(host, 2);
        var id = await MakeAsync(host);
        await host.AtProviderAsync(id, json => json["amount"] = (long)json["amount"]! + 1);

        await ReconcileAsync(host);

        var found = await host.OnlyDifferenceAsync();
        Assert.Equal((MoneyDifferenceKind.PayoutDoesNotAddUp, id, new Yen(1)), (found.Kind, found.Subject, found.Theirs!.Value - found.Ours!.Value));
        Assert.False(Assert.Single(await host.Get<FindPayouts>().ListAsync(Ct)).AddsUp);
    }

    [Fact]
    public async Task Paid_ThenFailed_IsHeardByWebhook()
    {
        await using var host = await PaymentHost.StartAsync();
        await ManyAsync(host, 2);
        var id = await MakeAsync(host);
        host.Clock.Advance(TimeSpan.FromHours(25));
        await host.Get<SettleSandboxMoney>().RunAsync(Ct);
        await host.DeliverAsync();
        await host.ProcessAsync();
        Assert.Equal(("paid", true), (await StatusAsync(host), Assert.Single(await host.Get<FindPayouts>().ListAsync(Ct)).AddsUp));

        await FailAsync(host, id);
        await host.DeliverAsync();
        await host.ProcessAsync();

        Assert.Equal("failed", await StatusAsync(host));
        Assert.Equal(MoneyDifferenceKind.PayoutFailed, (await host.OnlyDifferenceAsync()).Kind);
    }

    [Fact]
    public async Task Paid_ThenFailedUnheard_IsSeenAtNight()
    {
        await using var host = await PaymentHost.StartAsync();
        await ManyAsync(host, 2);
        var id = await MakeAsync(host);
        await ReconcileAsync(host);
        await FailAsync(host, id);
        host.Clock.Advance(TimeSpan.FromDays(5));

        await ReconcileAsync(host);

        Assert.Equal("failed", await StatusAsync(host));
        Assert.True(Assert.Single(await host.Get<FindPayouts>().ListAsync(Ct)).AddsUp);
    }

    private static Task ReconcileAsync(PaymentHost host) => host.Job("pos-payouts").RunAsync(Ct);

    private static async Task<string> StatusAsync(PaymentHost host) => Assert.Single(await host.Get<FindPayouts>().ListAsync(Ct)).Status;

    private static Task ManyAsync(PaymentHost host, int count) => host.Get<SandboxDesk>().WriteAsync<bool>(books =>
    {
        for (var sale = 0; sale < count; sale++)
            SandboxLedger.Book(books, "charge", $"ch_{sale}", 1000 + sale, "charge", SandboxLedger.FeeOf(1000 + sale));
        return Task.FromResult<Result<bool>>(true);
    }, null, Ct);

    private static async Task<string> MakeAsync(PaymentHost host) =>
        (string)(await host.Get<SandboxDesk>().WriteAsync(books => SandboxPayouts.MakeDailyAsync(books, Ct), null, Ct)).Value["id"]!;

    private static Task FailAsync(PaymentHost host, string id) => host.Get<SandboxDesk>().WriteAsync<JsonObject>(
        async books => SandboxPayouts.Settle(books, (await books.FindAsync(SandboxObject.Payout, id, Ct))!, paid: false), null, Ct);
}
