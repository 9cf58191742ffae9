using System.Text.Json.Nodes;
using Tourism.Pos.Audit;
using Tourism.Pos.Payments;
using Tourism.Pos.Payments.Cases;
using Tourism.Pos.Payments.Webhooks;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Sandbox;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>What can be odd about the provider's news, and money that nobody waits for.</summary>
internal static class NewsFailures
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static IEnumerable<FailureCase> All => [.. Webhooks, .. Strange, .. Money];

    private static IEnumerable<FailureCase> Webhooks =>
    [
        new("webhook duplicate, concurrent and reversed", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            await scene.PayAsync();
            var bodies = await NewsAsync(scene);
            bodies.Reverse();
            foreach (var body in bodies)
                await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => scene.Host.PostSignedAsync(body)));
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(scene.Host.ProcessAsync)));
        }),
        new("webhook lost", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            await scene.PayAsync();
            await scene.SweepAsync();
        }),
        new("webhook before our commit", PaymentState.Succeeded, async scene =>
        {
            scene.Network.Meanwhile("POST", scene.Create, async () =>
            {
                await scene.PayAsync();
                await scene.HearAsync();
            }, before: false);
            await scene.StartAsync();
            await scene.SweepAsync();
            await scene.PayAsync();
        }),
        new("webhook before the answer to a cancellation", PaymentState.Cancelled, async scene =>
        {
            await scene.StartAsync();
            scene.Network.Meanwhile("POST", scene.IsPage ? "/expire" : "/cancel", scene.HearAsync, before: false);
            await scene.CancelAsync();
        }),
    ];

    private static IEnumerable<FailureCase> Strange =>
    [
        new("webhook of an unknown payment", PaymentState.Cancelled, scene => PostAsync(scene, json => json["data"]!["object"]!["metadata"]!["payment"] = Guid.CreateVersion7().ToString())),
        new("webhook of another account", PaymentState.Cancelled, scene => PostAsync(scene, json => json["account"] = "acct_other")),
        new("webhook of the wrong train", PaymentState.Cancelled, scene => PostAsync(scene, json => json["api_version"] = "2020-08-27.old")),
        new("webhook of an unknown type", PaymentState.Cancelled, scene => PostAsync(scene, json => json["type"] = "moon.full")),
        new("webhook that lies about being paid", PaymentState.Cancelled, scene => PostAsync(scene, _ => { })),
        new("webhook of an object that the provider does not have, while our own request is in doubt", PaymentState.Succeeded, async scene =>
        {
            scene.Network.LoseAnswers();
            await scene.StartAsync();
            scene.Network.Mend();
            var id = scene.IsPage ? "cs_test_elsewhere" : "pi_elsewhere";
            await scene.Host.PostSignedAsync(SignatureTests.Event(id, scene.Payment));
            await scene.Host.ProcessAsync();
            await scene.SweepAsync();
            await scene.PayAsync();
        }),
        new("wrong amount", PaymentState.NeedsReview, scene => ReadWronglyAsync(scene, "2600", "2500")) { Doubt = PaymentDoubt.AmountDiffers },
        new("wrong currency", PaymentState.NeedsReview, scene => ReadWronglyAsync(scene, "\"jpy\"", "\"usd\"")) { Doubt = PaymentDoubt.CurrencyDiffers },
        new("real money where there is only play money", PaymentState.NeedsReview, scene => ReadWronglyAsync(scene, "\"livemode\":false", "\"livemode\":true")) { Doubt = PaymentDoubt.WrongMode },
        new("another payment's name", PaymentState.NeedsReview, scene => ReadWronglyAsync(scene, scene.Payment.ToString(), Guid.Empty.ToString())) { Doubt = PaymentDoubt.ForeignMetadata },
    ];

    private static IEnumerable<FailureCase> Money =>
    [
        new("paid twice through two objects, given back once", PaymentState.NeedsReview, async scene =>
        {
            await scene.PaidAsync();
            await AgainAsync(scene);
            await scene.HearAsync();
            await DecideAsync(scene, CaseDecision.GiveBack);
        }) { Doubt = PaymentDoubt.PaidTwice, Only = PaymentMethod.Page },
        new("late payment, given back", PaymentState.LatePaid, scene => LateAsync(scene, CaseDecision.GiveBack)) { Only = PaymentMethod.Page },
        new("late payment, the sale is finished with it", PaymentState.LatePaid, scene => LateAsync(scene, CaseDecision.Finish)) { Only = PaymentMethod.Page },
        new("late payment, not yet decided", PaymentState.LatePaid, scene => LateAsync(scene, null)) { Only = PaymentMethod.Page },
    ];

    /// <summary>The event of the paid object, changed in one thing, comes while nobody has paid.</summary>
    private static async Task PostAsync(Scene scene, Action<JsonNode> change)
    {
        await scene.StartAsync();
        var attempt = (await scene.LoadAsync()).Attempt;
        var json = JsonNode.Parse(SignatureTests.Event(attempt.SessionId ?? attempt.IntentId!, scene.Payment, paid: true))!;
        json["id"] = "evt_" + Guid.CreateVersion7().ToString("N");
        change(json);
        Assert.Equal(200, await scene.Host.PostSignedAsync(json.ToJsonString()));
        await scene.Host.ProcessAsync();
    }

    private static async Task ReadWronglyAsync(Scene scene, string from, string to)
    {
        await scene.StartAsync();
        await scene.PayAsync();
        scene.Network.Rewrite(scene.Create, from, to);
        await scene.SweepAsync();
        scene.Network.Mend();
    }

    /// <summary>Another session of the same payment, as it may be left over from before a backup was restored.</summary>
    private static async Task AgainAsync(Scene scene)
    {
        var (client, order) = (await scene.Host.StripeAsync(), scene.Host.Order(scene.Order.Total.Amount));
        order.ClientReferenceId = scene.Payment.ToString();
        order.Metadata = new() { [ProviderFacts.PaymentKey] = scene.Payment.ToString(), [ProviderFacts.AttemptKey] = "1" };
        order.PaymentIntentData.Metadata = order.Metadata;
        await client.V1.Checkout.Sessions.CreateAsync(order, null, Ct);
        await scene.ActAsync(CheckoutAct.Card);
    }

    /// <summary>We were told no for good, and yet there is a page, and it is paid.</summary>
    private static async Task LateAsync(Scene scene, CaseDecision? decision)
    {
        scene.Network.Say((400, """{"error":{"type":"invalid_request_error","message":"no"}}""", "application/json"), acts: true, request => request.Is("POST", scene.Create));
        await scene.StartAsync();
        scene.Network.Mend();
        Assert.Equal(PaymentState.Failed, await scene.StateAsync());
        await scene.PayAsync();
        await scene.HearAsync();
        if (decision is { } decided)
            await DecideAsync(scene, decided);
    }

    private static async Task DecideAsync(Scene scene, CaseDecision decision)
    {
        var decided = await scene.Host.Get<DecideCase>().HandleAsync(scene.Payment, new CaseDecisionRequest(decision, "確認済み"), new Actor("admin"), Ct);
        Assert.True(decided.Ok, decided.Failure?.ToString());
    }

    private static async Task<List<string>> NewsAsync(Scene scene) => await scene.Counter.ReadAsync(db => Task.FromResult(
        db.Set<SandboxEvent>().Where(row => row.DeliveredAt == null && row.Body.Contains(scene.Payment.ToString())).Select(row => row.Body).ToList()));
}
