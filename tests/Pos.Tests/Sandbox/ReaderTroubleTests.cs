using Tourism.Pos.Sandbox.Readers;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>Readers that cannot take a payment, and payments that no reader can take.</summary>
public sealed class ReaderTroubleTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Offline", "terminal_reader_offline", false)]
    [InlineData("Busy", "terminal_reader_busy", false)]
    [InlineData("HardwareFault", "terminal_reader_hardware_fault", false)]
    [InlineData("Timeout", "terminal_reader_timeout", true)]
    public async Task Process_OnAReaderInTrouble_SaysWhich(string mood, string code, bool waits)
    {
        var (reader, intent) = (await sandbox.ReaderAsync(), await sandbox.IntentAsync());
        await sandbox.Host.Get<UseReader>().SwitchAsync(reader.Id, Enum.Parse<ReaderMood>(mood), Ct);

        Assert.Equal(code, await SandboxFixture.RefusalAsync(() => sandbox.ProcessAsync(reader.Id, intent.Id)));

        Assert.Equal(waits, (await sandbox.Stripe.V1.Terminal.Readers.GetAsync(reader.Id)).Action is not null);
    }

    [Fact]
    public async Task Process_WhileAnotherPaymentWaits_IsBusyAndTheSameOneIsNot()
    {
        var (reader, first, second) = (await sandbox.ReaderAsync(), await sandbox.IntentAsync(), await sandbox.IntentAsync());
        await sandbox.ProcessAsync(reader.Id, first.Id);

        Assert.Equal("terminal_reader_busy", await SandboxFixture.RefusalAsync(() => sandbox.ProcessAsync(reader.Id, second.Id)));
        Assert.Equal("in_progress", (await sandbox.ProcessAsync(reader.Id, first.Id)).Action.Status);
    }

    [Fact]
    public async Task Process_PaidOrWrongKind_IsRefused()
    {
        var (reader, paid, online) = (await sandbox.ReaderAsync(), await sandbox.TappedAsync(), await sandbox.IntentAsync("card"));

        Assert.Equal("payment_intent_unexpected_state", await SandboxFixture.RefusalAsync(() => sandbox.ProcessAsync(reader.Id, paid.Id)));
        Assert.Equal("payment_intent_incompatible_payment_method", await SandboxFixture.RefusalAsync(() => sandbox.ProcessAsync(reader.Id, online.Id)));
    }
}
