using Tourism.Pos.Payments;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Sandbox.Readers;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>What visitors, cashiers and readers do at the wrong moment.</summary>
internal static class PeopleFailures
{
    private const string Processing = "/process_payment_intent";

    public static IEnumerable<FailureCase> All => [.. Twice, .. Races, .. Moods, .. AtReader, .. Wallets];

    private static IEnumerable<FailureCase> Twice =>
    [
        new("double tap of the visitor", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            await scene.PayAsync();
            await scene.PayAsync();
        }),
        new("double tap of the cashier", PaymentState.Succeeded, async scene =>
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(scene.StartAsync)));
            await scene.PayAsync();
        }),
        new("two tills, one order", PaymentState.Succeeded, async scene =>
        {
            scene.Network.Meanwhile("POST", scene.Create, scene.StartAsync);
            await scene.StartAsync();
            await scene.PayAsync();
            await scene.StartAsync();
        }),
        new("declined, then another card", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            await scene.DeclineAsync();
            await scene.SweepAsync();
            if (!scene.IsPage)
                await scene.PresentAsync();
            await scene.PayAsync();
        }),
        new("the visitor walks away", PaymentState.Cancelled, scene => scene.StartAsync()),
        new("declined, then the visitor walks away", PaymentState.Cancelled, async scene =>
        {
            await scene.StartAsync();
            await scene.DeclineAsync();
        }),
    ];

    private static IEnumerable<FailureCase> Races =>
    [
        new("cancel before the provider answered", PaymentState.Cancelled, async scene =>
        {
            scene.Network.Meanwhile("POST", scene.Create, scene.CancelAsync, before: false);
            await scene.StartAsync();
            await scene.PayAsync();
        }),
        new("cancel after the visitor paid", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            await scene.PayAsync();
            await scene.CancelAsync();
        }),
        new("expire against pay, paid first", PaymentState.Succeeded, scene => ExpireAsync(scene, before: true)) { Only = PaymentMethod.Page },
        new("expire against pay, expired first", PaymentState.Cancelled, scene => ExpireAsync(scene, before: false)) { Only = PaymentMethod.Page },
        new("cancel against tap, after the reader was told to stop", PaymentState.Cancelled, async scene =>
        {
            await scene.StartAsync();
            scene.Network.Meanwhile("POST", "/cancel_action", scene.PayAsync, before: false);
            await scene.CancelAsync();
        }) { Only = PaymentMethod.Reader },
        new("cancel against tap, before the reader was told to stop", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            scene.Network.Meanwhile("POST", "/cancel_action", scene.PayAsync);
            await scene.CancelAsync();
        }) { Only = PaymentMethod.Reader },
        new("cancel while the reader is being told", PaymentState.Cancelled, async scene =>
        {
            scene.Network.Meanwhile("POST", Processing, scene.CancelAsync, before: false);
            await scene.StartAsync();
        }) { Only = PaymentMethod.Reader },
        new("cancel after the answer of the reader was lost", PaymentState.Cancelled, async scene =>
        {
            scene.Network.LoseAnswers(request => request.Is("POST", Processing));
            await scene.StartAsync();
            scene.Network.Mend();
            await scene.CancelAsync();
        }) { Only = PaymentMethod.Reader },
    ];

    private static IEnumerable<FailureCase> Moods => new[] { ReaderMood.Busy, ReaderMood.Offline, ReaderMood.Timeout, ReaderMood.HardwareFault }.SelectMany(mood => new FailureCase[]
    {
        new($"reader {mood}, then read again", PaymentState.Succeeded, async scene =>
        {
            await scene.MoodAsync(mood);
            await scene.StartAsync();
            await scene.MoodAsync(ReaderMood.Online);
            await scene.PresentAsync();
            await scene.PayAsync();
        }) { Only = PaymentMethod.Reader },
        new($"reader {mood}, then another reader", PaymentState.Succeeded, async scene =>
        {
            await scene.MoodAsync(mood);
            await scene.StartAsync();
            await scene.PresentAsync(Scene.OtherReader);
            await scene.MoodAsync(ReaderMood.Online);
            await scene.ActAsync(ReaderAct.Tap, Scene.OtherReader);
        }) { Only = PaymentMethod.Reader },
        new($"reader {mood}, then cancelled", PaymentState.Cancelled, async scene =>
        {
            await scene.MoodAsync(mood);
            await scene.StartAsync();
            await scene.MoodAsync(ReaderMood.Online);
            await scene.CancelAsync();
        }) { Only = PaymentMethod.Reader },
    });

    private static IEnumerable<FailureCase> AtReader =>
    [
        new("customer cancels at the reader, then pays after all", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            await scene.ActAsync(ReaderAct.Cancel);
            await scene.SweepAsync();
            await scene.PresentAsync();
            await scene.PayAsync();
        }) { Only = PaymentMethod.Reader },
        new("action failed but the intent succeeded", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            await scene.PayAsync();
            scene.Network.Rewrite("/terminal/readers/", "\"status\":\"succeeded\"", "\"status\":\"failed\"");
            await scene.SweepAsync();
            scene.Network.Mend();
        }) { Only = PaymentMethod.Reader },
        new("the answer to another reader is lost, and the visitor taps there", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            scene.Network.LoseAnswers(request => request.Is("POST", Processing));
            await scene.PresentAsync(Scene.OtherReader);
            scene.Network.Mend();
            await scene.ActAsync(ReaderAct.Tap, Scene.OtherReader);
        }) { Only = PaymentMethod.Reader },
        new("the answer to another reader is lost, then cancelled", PaymentState.Cancelled, async scene =>
        {
            await scene.StartAsync();
            scene.Network.LoseAnswers(request => request.Is("POST", Processing));
            await scene.PresentAsync(Scene.OtherReader);
            scene.Network.Mend();
            await scene.CancelAsync();
        }) { Only = PaymentMethod.Reader },
        new("the provider no longer knows the reader, the card was read", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            await scene.PayAsync();
            scene.Network.Say(NoReader, acts: false, request => request.Is("GET", Scene.Reader));
            await scene.SweepAsync();
            scene.Network.Mend();
        }) { Only = PaymentMethod.Reader },
        new("the provider never knew the reader, then another reader", PaymentState.Succeeded, async scene =>
        {
            scene.Network.Say(NoReader, acts: false, request => request.RequestUri!.AbsolutePath.Contains(Scene.Reader, StringComparison.Ordinal));
            await scene.StartAsync();
            await scene.SweepAsync();
            await scene.PresentAsync(Scene.OtherReader);
            scene.Network.Mend();
            await scene.ActAsync(ReaderAct.Tap, Scene.OtherReader);
        }) { Only = PaymentMethod.Reader },
    ];

    private static (int, string, string) NoReader => (404, """{"error":{"type":"invalid_request_error","code":"resource_missing","message":"No such reader"}}""", "application/json");

    private static IEnumerable<FailureCase> Wallets =>
    [
        new("complete and unpaid, then paid", PaymentState.Succeeded, scene => WalletAsync(scene, CheckoutAct.Arrives)) { Only = PaymentMethod.Page },
        new("complete and unpaid, then not paid", PaymentState.Failed, scene => WalletAsync(scene, CheckoutAct.Fails)) { Only = PaymentMethod.Page },
        new("complete and unpaid, cancelled meanwhile, then paid", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            await scene.ActAsync(CheckoutAct.Later);
            await scene.CancelAsync();
            await scene.ActAsync(CheckoutAct.Arrives);
        }) { Only = PaymentMethod.Page },
        new("complete and unpaid for ever", PaymentState.NeedsReview, async scene =>
        {
            await scene.StartAsync();
            await scene.ActAsync(CheckoutAct.Later);
            await scene.SweepAsync();
            await scene.SweepAsync(TimeSpan.FromDays(8).TotalSeconds);
        }) { Only = PaymentMethod.Page, Doubt = PaymentDoubt.NeverDecided },
    ];

    private static async Task ExpireAsync(Scene scene, bool before)
    {
        await scene.StartAsync();
        scene.Network.Meanwhile("POST", "/expire", scene.PayAsync, before);
        await scene.CancelAsync();
    }

    private static async Task WalletAsync(Scene scene, CheckoutAct answer)
    {
        await scene.StartAsync();
        await scene.ActAsync(CheckoutAct.Later);
        await scene.HearAsync();
        Assert.Equal(PaymentState.Processing, await scene.StateAsync());
        await scene.ActAsync(answer);
    }
}
