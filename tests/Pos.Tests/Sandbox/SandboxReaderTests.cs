using Stripe.Terminal;
using Tourism.Pos.Sandbox.Readers;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

public sealed class SandboxReaderTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Readers_OfAFreshSandbox_AreTwoAtOnePlace()
    {
        var place = Assert.Single(await sandbox.Stripe.V1.Terminal.Locations.ListAsync(), location => location.DisplayName == "Sandbox");

        var readers = await sandbox.Stripe.V1.Terminal.Readers.ListAsync(new() { Location = place.Id });

        Assert.Equal([SandboxReaders.First, SandboxReaders.Second], readers.Select(reader => reader.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Create_AtAPlace_StandsThere()
    {
        var place = await sandbox.Stripe.V1.Terminal.Locations.CreateAsync(new()
        {
            DisplayName = "観光案内所", Address = new() { Country = "JP", City = "美祢市", Line1 = "秋芳町", PostalCode = "754-0511", State = "山口県" },
        });

        var made = await sandbox.Stripe.V1.Terminal.Readers.CreateAsync(new() { RegistrationCode = "puppies-plug-could", Label = "1番", Location = place.Id });

        var read = await sandbox.Stripe.V1.Terminal.Readers.GetAsync(made.Id, new() { Expand = ["location"] });
        Assert.Equal(("1番", "online", "観光案内所"), (read.Label, read.Status, read.Location.DisplayName));
        Assert.Equal("resource_missing", await SandboxFixture.RefusalAsync(() =>
            sandbox.Stripe.V1.Terminal.Readers.CreateAsync(new() { RegistrationCode = "x", Location = "tml_none" })));
    }

    [Fact]
    public async Task Process_ThenTap_TakesTheMoney()
    {
        var (reader, intent) = (await sandbox.ReaderAsync(), await sandbox.IntentAsync());

        var waiting = await sandbox.ProcessAsync(reader.Id, intent.Id);
        Assert.Equal(("process_payment_intent", "in_progress", intent.Id), (waiting.Action.Type, waiting.Action.Status, waiting.Action.ProcessPaymentIntent.PaymentIntentId));
        await sandbox.PresentAsync(reader.Id);

        Assert.Equal("succeeded", (await sandbox.Stripe.V1.Terminal.Readers.GetAsync(reader.Id)).Action.Status);
        Assert.Equal("succeeded", (await sandbox.ReadAsync(intent.Id)).Status);
    }

    [Theory]
    [InlineData("4000000000000002", "generic_decline")]
    [InlineData("4000000000009995", "insufficient_funds")]
    public async Task Tap_OfARefusedCard_FailsTheActionAndTheSameIntentGoesOn(string number, string decline)
    {
        var (reader, intent) = (await sandbox.ReaderAsync(), await sandbox.IntentAsync());
        await sandbox.ProcessAsync(reader.Id, intent.Id);

        var refused = await sandbox.PresentAsync(reader.Id, number);

        var failed = await sandbox.ReadAsync(intent.Id);
        Assert.Equal(("failed", "card_declined"), (refused.Action.Status, refused.Action.FailureCode));
        Assert.Equal(("requires_payment_method", decline, "failed"), (failed.Status, failed.LastPaymentError.DeclineCode, failed.LatestCharge.Status));
        await sandbox.ProcessAsync(reader.Id, intent.Id);
        await sandbox.PresentAsync(reader.Id);
        Assert.Equal("succeeded", (await sandbox.ReadAsync(intent.Id)).Status);
    }

    [Fact]
    public async Task Tap_OnASecondReaderAfterTheFirstTookIt_TakesNothing()
    {
        var (one, other, intent) = (await sandbox.ReaderAsync(), await sandbox.ReaderAsync(), await sandbox.IntentAsync());
        await sandbox.ProcessAsync(one.Id, intent.Id);
        await sandbox.ProcessAsync(other.Id, intent.Id);
        await sandbox.PresentAsync(one.Id);

        var second = await sandbox.PresentAsync(other.Id);

        Assert.Equal(("failed", "payment_intent_unexpected_state"), (second.Action.Status, second.Action.FailureCode));
        Assert.Single(await sandbox.Stripe.V1.Charges.ListAsync(new() { PaymentIntent = intent.Id }));
    }

    [Fact]
    public async Task Cancel_BeforeTheTap_EmptiesTheReader()
    {
        var (reader, intent) = (await sandbox.ReaderAsync(), await sandbox.IntentAsync());
        await sandbox.ProcessAsync(reader.Id, intent.Id);

        Assert.Null((await sandbox.Stripe.V1.Terminal.Readers.CancelActionAsync(reader.Id)).Action);

        Assert.Equal("invalid_request_error", await SandboxFixture.RefusalAsync(() => sandbox.PresentAsync(reader.Id)));
        Assert.Equal("requires_payment_method", (await sandbox.ReadAsync(intent.Id)).Status);
    }

    [Fact]
    public async Task Cancel_AfterTheTap_LeavesThePaidActionStanding()
    {
        var (reader, intent) = (await sandbox.ReaderAsync(), await sandbox.IntentAsync());
        await sandbox.ProcessAsync(reader.Id, intent.Id);
        await sandbox.PresentAsync(reader.Id);

        Assert.Equal("succeeded", (await sandbox.Stripe.V1.Terminal.Readers.CancelActionAsync(reader.Id)).Action.Status);
    }

    [Fact]
    public async Task Display_OfACart_IsShownUntilSomebodyPays()
    {
        var (reader, intent) = (await sandbox.ReaderAsync(), await sandbox.IntentAsync());
        ReaderSetReaderDisplayOptions cart = new()
        {
            Type = "cart", Cart = new() { Currency = "jpy", Total = 1300, LineItems = [new() { Amount = 1300, Description = "入洞料", Quantity = 1 }] },
        };

        var shown = await sandbox.Stripe.V1.Terminal.Readers.SetReaderDisplayAsync(reader.Id, cart);

        Assert.Equal(("succeeded", "入洞料"), (shown.Action.Status, Assert.Single(shown.Action.SetReaderDisplay.Cart.LineItems).Description));
        await sandbox.ProcessAsync(reader.Id, intent.Id);
        Assert.Equal("terminal_reader_busy", await SandboxFixture.RefusalAsync(() => sandbox.Stripe.V1.Terminal.Readers.SetReaderDisplayAsync(reader.Id, cart)));
    }

    [Fact]
    public async Task Present_ACardThatIsNoTestCard_IsRefused() =>
        Assert.Equal("incorrect_number", await SandboxFixture.RefusalAsync(() => sandbox.PresentAsync(SandboxReaders.First, "4111111111111112")));
}
