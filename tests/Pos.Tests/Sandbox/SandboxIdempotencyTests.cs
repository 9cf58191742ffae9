using System.Net;
using System.Text.Json.Nodes;
using Stripe;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Tests.Payments;
using Tourism.Testing;

namespace Tourism.Pos.Tests.Sandbox;

public sealed class SandboxIdempotencyTests
{
    private const string Key = "p:1:create";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SameKey_SameRequest_ReplaysTheFirstAnswer()
    {
        await using var host = await PaymentHost.StartAsync();

        using var first = await CreateAsync(host);
        await host.VisitorPaysAsync();
        using var again = await CreateAsync(host);

        Assert.Equal(await first.Content.ReadAsStringAsync(Ct), await again.Content.ReadAsStringAsync(Ct));
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Single(await host.SessionsAsync());
    }

    [Fact]
    public async Task SameKey_OtherParameters_IsAnIdempotencyError()
    {
        await using var host = await PaymentHost.StartAsync();
        var client = await host.StripeAsync();
        var options = new RequestOptions { IdempotencyKey = Key };
        await client.V1.Checkout.Sessions.CreateAsync(host.Order(1300), options, Ct);

        var refused = await Assert.ThrowsAsync<StripeException>(() => client.V1.Checkout.Sessions.CreateAsync(host.Order(1400), options, Ct));

        Assert.Equal("idempotency_error", refused.StripeError.Type);
    }

    [Fact]
    public async Task SameKey_WhileInFlight_Is409()
    {
        await using var host = await PaymentHost.StartAsync();
        // Makes the keys first: the request held up below keeps every other writer out.
        using var first = await host.SendAsync(HttpMethod.Get, "events");
        var desk = host.Get<SandboxDesk>();
        var (begun, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = desk.RunAsync(new SandboxRequest("POST f", "", Key, new StripeForm([])), async _ =>
        {
            begun.SetResult();
            await mayEnd.Task;
            return new JsonObject();
        }, Ct);
        await begun.Task;

        using var second = await CreateAsync(host);
        mayEnd.SetResult();

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("idempotency_key_in_use", await second.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(200, (await slow).Status);
    }

    [Fact]
    public async Task SameKey_AfterAValidationError_IsStillFree()
    {
        await using var host = await PaymentHost.StartAsync();
        using var refused = await host.SendAsync(HttpMethod.Post, "checkout/sessions", Key, ("mode", "payment"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        using var made = await CreateAsync(host);

        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
    }

    [Fact]
    public async Task HostRestarted_NothingIsLost()
    {
        using var folder = new TemporaryFolder();
        string first;
        await using (var host = await PaymentHost.StartAsync(folder.FullName))
        {
            first = await (await CreateAsync(host)).Content.ReadAsStringAsync(Ct);
            await host.VisitorPaysAsync();
        }

        await using var restarted = await PaymentHost.StartAsync(folder.FullName);
        var events = await (await restarted.StripeAsync()).V1.Events.ListAsync(cancellationToken: Ct);

        Assert.Equal(first, await (await CreateAsync(restarted)).Content.ReadAsStringAsync(Ct));
        Assert.Equal(4, events.Count());
        Assert.Equal(4, await restarted.DeliverAsync());
    }

    private static Task<HttpResponseMessage> CreateAsync(PaymentHost host) => host.SendAsync(HttpMethod.Post, "checkout/sessions", Key, SandboxApiTests.Minimal);
}
