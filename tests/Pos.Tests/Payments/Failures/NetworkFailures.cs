using Tourism.Pos.Payments;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Sandbox;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>What can go wrong between us and the provider.</summary>
internal static class NetworkFailures
{
    private const string IntentDeclined = """{"error":{"type":"card_error","code":"card_declined","message":"no"}}""";

    public static IEnumerable<FailureCase> All => [.. Lost, .. Garbled, .. Keys];

    private static IEnumerable<FailureCase> Lost =>
    [
        new("time-out, the provider had not acted", PaymentState.Succeeded, async scene =>
        {
            scene.Network.LoseRequests();
            await scene.StartAsync();
            await MendAndPayAsync(scene);
        }),
        new("time-out, the provider had acted", PaymentState.Succeeded, async scene =>
        {
            scene.Network.LoseAnswers();
            await scene.StartAsync();
            await MendAndPayAsync(scene);
        }),
        new("time-out for a day, nobody can pay", PaymentState.Failed, async scene =>
        {
            scene.Network.LoseRequests();
            await scene.StartAsync();
            await scene.SweepAsync(TimeSpan.FromHours(25).TotalSeconds);
            scene.Network.Mend();
        }),
        new("time-out while asking whether it is paid", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            await scene.PayAsync();
            scene.Network.LoseAnswers();
            await scene.HearAsync();
            await scene.SweepAsync();
            scene.Network.Mend();
        }),
        new("time-out while cancelling, the provider had acted", PaymentState.Cancelled, async scene =>
        {
            await scene.StartAsync();
            scene.Network.LoseAnswers(request => request.Method == HttpMethod.Post);
            await scene.CancelAsync();
            await scene.SweepAsync(30);
            scene.Network.Mend();
        }),
    ];

    private static IEnumerable<FailureCase> Garbled => Faults.Answers.SelectMany(answer => new FailureCase[]
    {
        new($"{answer.Key}, the provider had acted", PaymentState.Succeeded, scene => SpoilAsync(scene, answer.Value, acts: true)),
        new($"{answer.Key}, the provider had not acted", PaymentState.Succeeded, scene => SpoilAsync(scene, answer.Value, acts: false)),
        new($"{answer.Key} to every question", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            await scene.PayAsync();
            scene.Network.Say(answer.Value, acts: true, _ => true);
            await scene.HearAsync();
            await scene.SweepAsync();
            scene.Network.Mend();
        }),
    });

    private static IEnumerable<FailureCase> Keys =>
    [
        new("402", PaymentState.Failed, async scene =>
        {
            scene.Network.Say((402, IntentDeclined, "application/json"), acts: false, request => request.Is("POST", scene.Create));
            await scene.StartAsync();
            scene.Network.Mend();
        }),
        new("500 cached under a key, the provider had acted", PaymentState.Cancelled, scene => CachedAsync(scene, acts: true)),
        new("500 cached under a key, the provider had not acted", PaymentState.Failed, scene => CachedAsync(scene, acts: false)),
        new("same key other body", PaymentState.NeedsReview, async scene =>
        {
            await scene.Host.SendAsync(HttpMethod.Post, scene.Create["/v1/".Length..], $"{scene.Payment}:1:create", Other(scene));
            await scene.StartAsync();
        }) { Doubt = PaymentDoubt.KeyReused },
        new("key older than 24 h, paid", PaymentState.Succeeded, async scene =>
        {
            scene.Network.LoseAnswers();
            await scene.StartAsync();
            scene.Network.Mend();
            await scene.ActAsync(CheckoutAct.Card);
            await scene.SweepAsync(TimeSpan.FromHours(25).TotalSeconds);
        }) { Only = PaymentMethod.Page },
        new("key older than 24 h, nobody paid", PaymentState.Cancelled, async scene =>
        {
            scene.Network.LoseAnswers();
            await scene.StartAsync();
            await scene.SweepAsync(TimeSpan.FromHours(25).TotalSeconds);
            scene.Network.Mend();
        }),
    ];

    private static async Task MendAndPayAsync(Scene scene)
    {
        Assert.Equal(PaymentState.Unknown, await scene.StateAsync());
        scene.Network.Mend();
        await scene.SweepAsync();
        await scene.PayAsync();
    }

    private static async Task SpoilAsync(Scene scene, (int, string, string) words, bool acts)
    {
        scene.Network.Say(words, acts, request => request.Is("POST", scene.Create));
        await scene.StartAsync();
        await MendAndPayAsync(scene);
    }

    /// <summary>The provider answers the same 500 for as long as it knows the key; it has made the object or not.</summary>
    private static async Task CachedAsync(Scene scene, bool acts)
    {
        scene.Network.Say(Faults.Answers["500"], acts, request => request.Is("POST", scene.Create));
        await scene.StartAsync();
        for (var hour = 0; hour < 26; hour++)
            await scene.SweepAsync(TimeSpan.FromHours(1).TotalSeconds);
        scene.Network.Mend();
    }

    private static (string, string)[] Other(Scene scene) => scene.IsPage
        ?
        [
            ("mode", "payment"), ("success_url", "http://shop.test/"), ("client_reference_id", "other"), ("line_items[0][quantity]", "1"),
            ("line_items[0][price_data][currency]", "jpy"), ("line_items[0][price_data][unit_amount]", "99"), ("line_items[0][price_data][product_data][name]", "other"),
        ]
        : [("amount", "99"), ("currency", "jpy"), ("allowed_payment_method_types[0]", "card_present")];
}
