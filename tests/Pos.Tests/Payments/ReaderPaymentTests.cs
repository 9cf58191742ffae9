using Tourism.Pos.Payments;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments;

public sealed class ReaderPaymentTests
{
    [Fact]
    public async Task Tap_GoodCard_IsPaidOnce()
    {
        await using var host = await PaymentHost.StartAsync();
        var reader = (await host.ReadersAsync())[0];

        var payment = await host.StartNewByCardAsync(reader);
        Assert.Equal((PaymentState.AwaitingCustomer, "in_progress"), (await host.StateAsync(payment), await host.ActionAsync(reader)));
        await host.TapAsync(reader);
        await host.DeliverAsync();
        await host.ProcessAsync();

        Assert.Equal(PaymentState.Succeeded, await host.StateAsync(payment));
        Assert.Equal((1, 0), (host.Sale.Paid, host.Sale.Dead));
        Assert.Equal((1, 1300), await host.TakenAsync());
    }

    [Fact]
    public async Task Tap_DeclinedThenAnotherCard_IsTheSameIntent()
    {
        await using var host = await PaymentHost.StartAsync();
        var reader = (await host.ReadersAsync())[0];
        var payment = await host.StartNewByCardAsync(reader);
        await host.TapAsync(reader, ReaderSteps.DeclinedCard);
        await host.SweepAsync(TimeSpan.FromSeconds(2));
        var declined = await host.LoadAsync(payment);
        Assert.Equal((PaymentState.AwaitingCustomer, PaymentFault.CardDeclined), (declined.State, declined.Fault));

        await host.PresentAsync(payment, reader);
        Assert.Null((await host.LoadAsync(payment)).Fault);
        await host.TapAsync(reader);
        await host.SweepAsync(TimeSpan.FromSeconds(2));

        var paid = await host.LoadAsync(payment);
        Assert.Equal((PaymentState.Succeeded, declined.Attempt.IntentId), (paid.State, paid.Attempt.IntentId));
        Assert.Equal((1, 1300), await host.TakenAsync());
    }

    [Fact]
    public async Task Present_SameNameAgain_ShowsItOnce()
    {
        await using var host = await PaymentHost.StartAsync();
        var reader = (await host.ReadersAsync())[0];
        var payment = await host.StartNewByCardAsync(reader);
        await host.TapAsync(reader, ReaderSteps.DeclinedCard);
        await host.SweepAsync(TimeSpan.FromSeconds(2));
        var name = Guid.CreateVersion7();

        await host.PresentAsync(payment, reader, name);
        await host.PresentAsync(payment, reader, name);

        Assert.Equal(2, (await host.LoadAsync(payment)).Presents);
    }

    [Fact]
    public async Task Present_AnotherReader_TheFirstStopsAsking()
    {
        await using var host = await PaymentHost.StartAsync();
        var readers = await host.ReadersAsync();
        var payment = await host.StartNewByCardAsync(readers[0]);

        await host.PresentAsync(payment, readers[1]);

        Assert.NotEqual("in_progress", await host.ActionAsync(readers[0]));
        Assert.Equal("in_progress", await host.ActionAsync(readers[1]));
        await host.TapAsync(readers[1]);
        await host.SweepAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(PaymentState.Succeeded, await host.StateAsync(payment));
        Assert.Equal((1, 1300), await host.TakenAsync());
    }

    [Fact]
    public async Task Start_AgainAfterAReloadWithAnotherReader_IsTheSamePayment()
    {
        await using var host = await PaymentHost.StartAsync();
        var readers = await host.ReadersAsync();
        var payment = await host.StartNewByCardAsync(readers[0]);
        await host.PresentAsync(payment, readers[1]);

        var again = await host.StartByCardAsync(payment, readers[1]);

        Assert.False(again.Value.First);
        Assert.Equal((readers[1], 2), ((await host.LoadAsync(payment)).Reader, (await host.LoadAsync(payment)).Presents));
    }

    [Fact]
    public async Task Start_MachineSleptForADayOverTheCall_KeepsTheFirstIntentAndLeavesNoneOpen()
    {
        await using var host = await PaymentHost.StartAsync();
        var readers = await host.ReadersAsync();
        var calls = 0;
        host.Network.Fault = async (request, pass) =>
        {
            var answer = await pass();
            if (request.Method != HttpMethod.Post || calls++ > 0)
                return answer;
            host.Clock.Advance(TimeSpan.FromHours(25));
            throw new HttpRequestException("connection reset");
        };

        var payment = await host.StartNewByCardAsync(readers[0]);

        host.Network.Mend();
        var intents = await host.IntentsAsync();
        // A day later nobody holds a card any more, so the first one has ended, too.
        Assert.Equal(["canceled", "canceled"], intents.ConvertAll(intent => (string)intent["status"]!));
        Assert.Equal((string)intents[0]["id"]!, (await host.LoadAsync(payment)).Attempt.IntentId);
    }

    [Fact]
    public async Task Start_ReaderTakenByAnotherTill_SaysSoAndLeavesItAlone()
    {
        await using var host = await PaymentHost.StartAsync();
        var reader = (await host.ReadersAsync())[0];
        var first = await host.StartNewByCardAsync(reader);

        var second = await host.StartNewByCardAsync(reader);

        Assert.Equal(PaymentFault.ReaderBusy, (await host.LoadAsync(second)).Fault);
        await host.CancelAsync(second);
        Assert.Equal("in_progress", await host.ActionAsync(reader));
        await host.TapAsync(reader);
        await host.SweepAsync(TimeSpan.FromSeconds(2));
        Assert.Equal((PaymentState.Succeeded, PaymentState.Cancelled), (await host.StateAsync(first), await host.StateAsync(second)));
        Assert.Equal((1, 1300), await host.TakenAsync());
    }

    [Fact]
    public async Task Cancel_BeforeTheTap_EndsTheIntentAndFreesTheReader()
    {
        await using var host = await PaymentHost.StartAsync();
        var reader = (await host.ReadersAsync())[0];
        var payment = await host.StartNewByCardAsync(reader);

        Assert.Equal(PaymentState.Cancelled, (await host.CancelAsync(payment)).Value.State);

        Assert.NotEqual("in_progress", await host.ActionAsync(reader));
        Assert.Equal((0, 1), (host.Sale.Paid, host.Sale.Dead));
        Assert.Equal((0, 0), await host.TakenAsync());
    }

    [Fact]
    public async Task Cancel_AfterTheTap_IsPaid()
    {
        await using var host = await PaymentHost.StartAsync();
        var reader = (await host.ReadersAsync())[0];
        var payment = await host.StartNewByCardAsync(reader);
        await host.TapAsync(reader);

        Assert.Equal(PaymentState.Succeeded, (await host.CancelAsync(payment)).Value.State);

        Assert.Equal((1, 0), (host.Sale.Paid, host.Sale.Dead));
    }

    [Fact]
    public async Task Start_AnswerToTheIntentLost_MakesOneIntent()
    {
        await using var host = await PaymentHost.StartAsync();
        var reader = (await host.ReadersAsync())[0];
        host.Network.BreakAfter();
        var payment = await host.StartNewByCardAsync(reader);
        Assert.Equal(PaymentState.Unknown, await host.StateAsync(payment));
        host.Network.Mend();

        await host.SweepAsync(TimeSpan.FromSeconds(5));

        Assert.Equal((PaymentState.AwaitingCustomer, "in_progress"), (await host.StateAsync(payment), await host.ActionAsync(reader)));
        await host.TapAsync(reader);
        await host.SweepAsync(TimeSpan.FromSeconds(2));
        Assert.Equal((1, 1300), await host.TakenAsync());
    }

    [Fact]
    public async Task Nobody_HoldsACard_EndsAfterAWhile()
    {
        await using var host = await PaymentHost.StartAsync();
        var reader = (await host.ReadersAsync())[0];
        var payment = await host.StartNewByCardAsync(reader);

        for (var minute = 0; minute < Payment.CardLife.TotalMinutes + 2; minute++)
            await host.SweepAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(PaymentState.Cancelled, await host.StateAsync(payment));
        Assert.NotEqual("in_progress", await host.ActionAsync(reader));
    }

    [Fact]
    public async Task Start_ReaderOfAnotherSite_IsRefused()
    {
        await using var host = await PaymentHost.StartAsync();
        var reader = (await host.ReadersAsync())[0];
        host.Sale.Site = "elsewhere";

        Assert.IsType<Tourism.Pos.Payments.Readers.NoReader>((await host.StartByCardAsync(Guid.CreateVersion7(), reader)).Failure);
        Assert.IsType<WhichReader>((await host.StartAsync(Guid.CreateVersion7())).Failure);
    }
}
