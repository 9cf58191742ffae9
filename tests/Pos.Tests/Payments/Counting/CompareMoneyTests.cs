using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Payments.Counting;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments.Counting;

/// <summary>Our books against the provider's, the night after.</summary>
public sealed class CompareMoneyTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Day_OnWhichAllIsWell_HasTheSameSumsOnBothSides()
    {
        await using var host = await PaymentHost.StartAsync();
        for (var payment = 0; payment < 3; payment++)
            await host.PaidAsync();
        await host.RefundAsync(await host.PaidAsync(), 500);

        await host.NightAsync();

        var count = await host.CountedAsync(open: false);
        Assert.Empty(count.Differences);
        var day = Assert.Single(count.Days);
        Assert.Equal((Day, new MoneyTally(4, new Yen(5200)), day.Ours), (day.Day, day.Ours, day.Theirs));
        Assert.Equal((new MoneyTally(1, new Yen(500)), day.OurRefunds), (day.OurRefunds, day.TheirRefunds));
    }

    [Fact]
    public async Task Paid_WhenNobodyHeardOfIt_IsMendedAndKept()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.PaidUnheardAsync();

        await host.NightAsync();

        Assert.Equal(PaymentState.LatePaid, await host.StateAsync(payment));
        Assert.Empty((await host.CountedAsync()).Differences);
        var mended = await host.OnlyDifferenceAsync(open: false);
        Assert.Equal((MoneyDifferenceKind.NotCounted, true), (mended.Kind, mended.MendedAt is not null));
        var day = Assert.Single((await host.CountedAsync()).Days);
        Assert.Equal((1, 1), (day.Ours.Count, day.Theirs.Count));
    }

    [Fact]
    public async Task Paid_OnlyInOurBooks_IsFoundAndGoesWhenItTurnsUp()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.PaidAsync();
        var intent = (await host.LoadAsync(payment)).Attempt.IntentId!;
        await host.AtProviderAsync(intent, json => json["status"] = "canceled");

        await host.NightAsync();
        var found = await host.OnlyDifferenceAsync();
        await host.AtProviderAsync(intent, json => json["status"] = "succeeded");
        await host.NightAsync();

        Assert.Equal((MoneyDifferenceKind.NotThere, new Yen(1300), null), (found.Kind, found.Ours, found.Theirs));
        Assert.NotNull((await host.OnlyDifferenceAsync(open: false)).MendedAt);
    }

    [Fact]
    public async Task Paid_OfAnotherAmount_IsFound()
    {
        await using var host = await PaymentHost.StartAsync();
        var intent = (await host.LoadAsync(await host.PaidAsync())).Attempt.IntentId!;
        await host.AtProviderAsync(intent, json => json["amount_received"] = 1299);

        await host.NightAsync();

        var found = await host.OnlyDifferenceAsync();
        Assert.Equal((MoneyDifferenceKind.AmountDiffers, new Yen(1300), new Yen(1299)), (found.Kind, found.Ours, found.Theirs));
    }

    [Fact]
    public async Task Paid_ByNoPaymentOfOurs_IsFoundOnceAndClosedByAPerson()
    {
        await using var host = await PaymentHost.StartAsync();
        var intent = (await host.LoadAsync(await host.PaidAsync())).Attempt.IntentId!;
        await host.AtProviderAsync(intent, json => json["metadata"] = new System.Text.Json.Nodes.JsonObject());
        await host.NightAsync();

        var found = (await host.CountedAsync()).Differences.Single(one => one.Kind == MoneyDifferenceKind.NamesNoPayment);
        var (close, by) = (host.Get<KeepDifferences>(), new Actor("admin"));
        Assert.IsType<Pos.Payments.Cases.NoReason>((await close.CloseAsync(found.Id, new DifferenceClosing(" "), by, Ct)).Failure);
        Assert.Equal("admin", (await close.CloseAsync(found.Id, new DifferenceClosing("dashboard"), by, Ct)).Value.ClosedBy);
        Assert.Equal("dashboard", (await close.CloseAsync(found.Id, new DifferenceClosing("again"), by, Ct)).Value.Note);
        Assert.Equal(FailureKind.NotFound, (await close.CloseAsync(Guid.CreateVersion7(), new DifferenceClosing("x"), by, Ct)).Failure!.Kind);
        await host.NightAsync();

        Assert.DoesNotContain((await host.CountedAsync()).Differences, one => one.Id == found.Id);
        Assert.Equal(Deed.DifferenceClosed, Assert.Single(await host.RowsAsync<AuditEntry>()).Deed);
    }
}
