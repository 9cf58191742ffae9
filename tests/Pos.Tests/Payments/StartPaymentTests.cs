using Tourism.Kernel;
using Tourism.Pos.Payments;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments;

public sealed class StartPaymentTests
{
    [Fact]
    public async Task Start_TenderWaits_GivesThePageAtOnce()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = Guid.CreateVersion7();

        var started = await host.StartAsync(payment, "ko");

        Assert.True(started.Value.First);
        Assert.Equal(PaymentState.AwaitingCustomer, started.Value.View.State);
        Assert.Equal(new Yen(1300), started.Value.View.Amount);
        Assert.StartsWith($"{host.Http.BaseAddress}sandbox/checkout/cs_test_", started.Value.View.PageUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SameRequestAgain_MakesNoSecondSession()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = Guid.CreateVersion7();

        var first = await host.StartAsync(payment);
        var second = await host.StartAsync(payment);

        Assert.False(second.Value.First);
        Assert.Equal(first.Value.View, second.Value.View);
        Assert.Single(await host.SessionsAsync());
    }

    [Fact]
    public async Task Start_TwiceAtOnce_MakesOneSession()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = Guid.CreateVersion7();

        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => host.StartAsync(payment))));

        Assert.Single(both, result => result.Value.First);
        Assert.Single(await host.SessionsAsync());
        Assert.Equal(1, host.Network.Posts);
    }

    [Fact]
    public async Task Start_SameIdOtherRequest_IsAConflict()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = Guid.CreateVersion7();
        await host.StartAsync(payment);

        var other = await host.StartAsync(payment, "ja");

        Assert.Equal("id-reused", other.Failure!.Code);
        Assert.Equal(FailureKind.Conflict, other.Failure.Kind);
    }

    [Fact]
    public async Task Start_SaleHasEnded_IsRefusedAndNothingIsSent()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Sale.Waits = false;

        Assert.IsType<SaleHasEnded>((await host.StartAsync(Guid.CreateVersion7())).Failure);
        Assert.Empty(host.Network.Requests);
    }

    [Theory]
    [InlineData(49, false)]
    [InlineData(50, true)]
    [InlineData(99_999_999, true)]
    [InlineData(100_000_000, false)]
    public async Task Start_AmountAtTheProvidersBounds_IsTakenOrRefused(long amount, bool taken)
    {
        await using var host = await PaymentHost.StartAsync();
        host.Sale.Amount = new Yen(amount);

        Assert.Equal(taken, (await host.StartAsync(Guid.CreateVersion7())).Ok);
    }

    [Fact]
    public async Task Start_UnknownLanguage_IsRefused()
    {
        await using var host = await PaymentHost.StartAsync();

        Assert.IsType<UnknownPageLanguage>((await host.StartAsync(Guid.CreateVersion7(), "xx")).Failure);
    }

    [Fact]
    public async Task Code_PageIsOpen_IsAnSvgWithQuietZone()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();

        var drawn = await host.Get<DrawPaymentCode>().HandleAsync(payment, TestContext.Current.CancellationToken);

        Assert.StartsWith("<svg", drawn.Value, StringComparison.Ordinal);
        Assert.Contains("#ffffff", drawn.Value, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Code_PaymentIsOver_IsRefused()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        await host.CancelAsync(payment);

        Assert.IsType<NothingToScan>((await host.Get<DrawPaymentCode>().HandleAsync(payment, TestContext.Current.CancellationToken)).Failure);
    }
}
