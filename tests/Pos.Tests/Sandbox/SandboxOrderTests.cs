using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>What can be ordered of the sandbox, and how it refuses nonsense.</summary>
public sealed class SandboxOrderTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Refund_SetToFail_ComesBackWhenItsTimeHasCome()
    {
        var paid = await sandbox.TappedAsync();
        await sandbox.OrderAsync(HttpMethod.Put, "refunds", new { fail = 1 });
        var refund = await sandbox.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = paid.Id });
        Assert.Equal("pending", refund.Status);

        sandbox.Host.Clock.Advance(TimeSpan.FromSeconds(6));
        await sandbox.Host.SettleMoneyAsync();

        Assert.Equal(("failed", "expired_or_canceled_card"), ((await sandbox.Stripe.V1.Refunds.GetAsync(refund.Id)).Status, (await sandbox.Stripe.V1.Refunds.GetAsync(refund.Id)).FailureReason));
        Assert.Equal("succeeded", (await sandbox.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = paid.Id })).Status);
    }

    [Fact]
    public async Task Outcomes_OfMoney_AreSetByHand()
    {
        var paid = await sandbox.TappedAsync();
        var refund = await sandbox.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = paid.Id, Amount = 100 });
        await sandbox.OrderAsync(HttpMethod.Post, $"refunds/{refund.Id}", new { good = false });
        var payout = (string)(await sandbox.OrderAsync(HttpMethod.Post, "payouts"))["id"]!;

        await sandbox.OrderAsync(HttpMethod.Post, $"payouts/{payout}", new { good = true });
        await sandbox.OrderAsync(HttpMethod.Post, $"payouts/{payout}", new { good = false });

        Assert.Equal("failed", (await sandbox.Stripe.V1.Refunds.GetAsync(refund.Id)).Status);
        Assert.Equal("failed", (await sandbox.Stripe.V1.Payouts.GetAsync(payout)).Status);
    }

    [Fact]
    public async Task Reader_MadeBusy_RefusesPayments()
    {
        var (reader, intent) = (await sandbox.ReaderAsync(), await sandbox.IntentAsync());

        await sandbox.OrderAsync(HttpMethod.Put, $"readers/{reader.Id}", new { mood = "busy" });

        Assert.Equal("terminal_reader_busy", await SandboxFixture.RefusalAsync(() => sandbox.ProcessAsync(reader.Id, intent.Id)));
    }

    [Theory]
    [InlineData("POST", "", "{\"kind\":\"earthquake\"}", "body")]
    [InlineData("POST", "", "{\"kind\":\"delay\",\"count\":0}", "count")]
    [InlineData("POST", "", "{\"kind\":\"delay\",\"milliseconds\":-1}", "milliseconds")]
    [InlineData("PUT", "clock", "{\"seconds\":-1}", "seconds")]
    [InlineData("PUT", "webhooks", "{\"drop\":-1}", "webhooks")]
    [InlineData("PUT", "refunds", "{\"fail\":-1}", "fail")]
    [InlineData("PUT", "refunds", "nonsense", "body")]
    public async Task Orders_ThatMakeNoSense_AreRefusedByName(string method, string path, string body, string param)
    {
        using var answer = await sandbox.Host.BreakAsync(new HttpMethod(method), path, new StringContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(param, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!["param"]);
    }

    [Fact]
    public async Task Orders_WithoutTheKey_AreRefused()
    {
        using var answer = await sandbox.Host.Http.PostAsJsonAsync("/sandbox/faults", new { kind = "error" });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
