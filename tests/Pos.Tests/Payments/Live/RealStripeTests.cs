using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Stripe;
using Stripe.Terminal;
using Tourism.Pos.Payments;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Sandbox;
using Tourism.Testing;

namespace Tourism.Pos.Tests.Payments.Live;

/// <summary>
/// The same code against Stripe itself, with a key of a test account in <c>TOURISM_STRIPE_TEST_KEY</c>. What the sandbox only imitates is looked at here:
/// nobody needs it to build, and what is made at Stripe is ended or deleted again.
/// </summary>
public sealed class RealStripeTests
{
    private static readonly string? Key = Environment.GetEnvironmentVariable("TOURISM_STRIPE_TEST_KEY");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_AskedForAndCancelled_OpensAtStripeAndEndsUnpaid()
    {
        await using var host = await StartAsync();

        var payment = await host.StartNewAsync();
        var open = await host.LoadAsync(payment);
        await host.CancelAsync(payment);

        Assert.Equal(PaymentState.AwaitingCustomer, open.State);
        Assert.StartsWith("https://", open.Attempt.Url, StringComparison.Ordinal);
        Assert.Equal((PaymentState.Cancelled, 0, 1), (await host.StateAsync(payment), host.Sale.Paid, host.Sale.Dead));
    }

    [Fact]
    public async Task Page_RequestRepeatedUnderItsKey_IsTheSameSession()
    {
        await using var host = await StartAsync();
        var payment = await host.StartNewAsync();
        var attempt = (await host.LoadAsync(payment)).Attempt;

        var again = await host.Get<StripeGateway>().SendAsync<Stripe.Checkout.Session>(attempt, "/v1/checkout/sessions", SessionFacts.Of, Ct);

        await host.CancelAsync(payment);
        Assert.Equal(attempt.SessionId, Assert.IsType<StripeAnswer.Seen>(again).Facts.Id);
    }

    [Fact]
    public async Task Reader_DeclinedThenAnotherCard_TakesTheMoneyOnceAndGivesItBack()
    {
        await using var host = await StartAsync();
        var client = await host.StripeAsync();
        var (place, reader) = await RegisterAsync(client);
        try
        {
            await host.ReadersAsync();
            var payment = await host.StartNewByCardAsync(reader);
            await host.TapAsync(reader, ReaderSteps.DeclinedCard);
            await host.Get<AdvancePayment>().RunAsync(payment, hint: null, Ct);
            var declined = await host.LoadAsync(payment);
            await host.PresentAsync(payment, reader);
            await host.TapAsync(reader);
            await host.Get<AdvancePayment>().RunAsync(payment, hint: null, Ct);

            Assert.Equal((PaymentState.AwaitingCustomer, PaymentFault.CardDeclined), (declined.State, declined.Fault));
            Assert.Equal((PaymentState.Succeeded, 1), (await host.StateAsync(payment), host.Sale.Paid));
            var back = await client.V1.Refunds.CreateAsync(new() { PaymentIntent = declined.Attempt.IntentId }, null, Ct);
            Assert.Equal(host.Sale.Amount.Amount, back.Amount);
        }
        finally
        {
            await client.V1.Terminal.Readers.DeleteAsync(reader, null, null, Ct);
            await client.V1.Terminal.Locations.DeleteAsync(place, null, null, Ct);
        }
    }

    private static async Task<PaymentHost> StartAsync()
    {
        Needs.Demand(string.IsNullOrEmpty(Key) ? "No key of a Stripe test account: set TOURISM_STRIPE_TEST_KEY to one (sk_test_… or rk_test_…)." : null, alsoInCi: false);
        Assert.False(StripeOptionsValidator.IsLive(Key), "TOURISM_STRIPE_TEST_KEY is a live key. Use one of a test account: these tests take money.");
        var access = new ConfiguredStripe(Options.Create(new StripeOptions { ApiKey = Key }));
        return await PaymentHost.StartAsync(
            clock: new FakeTimeProvider(TimeProvider.System.GetUtcNow()), services: services => services.Replace(ServiceDescriptor.Singleton<IStripeAccess>(access)));
    }

    /// <summary>A simulated reader; where the account has no Terminal, Stripe's own words are the reason to skip.</summary>
    private static async Task<(string Place, string Reader)> RegisterAsync(StripeClient client)
    {
        try
        {
            var place = await client.V1.Terminal.Locations.CreateAsync(
                new() { DisplayName = "Tourism", Address = new() { Country = "JP", State = "Yamaguchi", City = "Mine", Line1 = "Akiyoshi", PostalCode = "754-0511" } }, null, Ct);
            var reader = await client.V1.Terminal.Readers.CreateAsync(new ReaderCreateOptions { RegistrationCode = "simulated-wpe", Label = "Tourism", Location = place.Id }, null, Ct);
            return (place.Id, reader.Id);
        }
        catch (StripeException error) when (error.StripeError is not null)
        {
            Assert.Skip($"This account takes no card readers: {error.StripeError.Message}");
            throw;
        }
    }
}
