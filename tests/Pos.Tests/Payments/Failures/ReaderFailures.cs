using Tourism.Pos.Payments;
using Tourism.Pos.Sandbox.Readers;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>What readers do at the wrong moment.</summary>
internal static class ReaderFailures
{
    private const string Processing = "/process_payment_intent";

    public static IEnumerable<FailureCase> All => new[] { Races, Moods, Others }.SelectMany(cases => cases).Select(one => one with { Only = PaymentMethod.Reader });

    private static IEnumerable<FailureCase> Races =>
    [
        new("cancel against tap, after the reader was told to stop", PaymentState.Cancelled, async scene =>
        {
            await scene.StartAsync();
            scene.Network.Meanwhile("POST", "/cancel_action", scene.PayAsync, before: false);
            await scene.CancelAsync();
        }),
        new("cancel against tap, before the reader was told to stop", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            scene.Network.Meanwhile("POST", "/cancel_action", scene.PayAsync);
            await scene.CancelAsync();
        }),
        new("cancel while the reader is being told", PaymentState.Cancelled, async scene =>
        {
            scene.Network.Meanwhile("POST", Processing, scene.CancelAsync, before: false);
            await scene.StartAsync();
        }),
        new("cancel after the answer of the reader was lost", PaymentState.Cancelled, async scene =>
        {
            scene.Network.LoseAnswers(request => request.Is("POST", Processing));
            await scene.StartAsync();
            scene.Network.Mend();
            await scene.CancelAsync();
        }),
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
        }),
        new($"reader {mood}, then another reader", PaymentState.Succeeded, async scene =>
        {
            await scene.MoodAsync(mood);
            await scene.StartAsync();
            await scene.PresentAsync(Scene.OtherReader);
            await scene.MoodAsync(ReaderMood.Online);
            await scene.ActAsync(ReaderAct.Tap, Scene.OtherReader);
        }),
        new($"reader {mood}, then cancelled", PaymentState.Cancelled, async scene =>
        {
            await scene.MoodAsync(mood);
            await scene.StartAsync();
            await scene.MoodAsync(ReaderMood.Online);
            await scene.CancelAsync();
        }),
    });

    private static IEnumerable<FailureCase> Others =>
    [
        new("customer cancels at the reader, then pays after all", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            await scene.ActAsync(ReaderAct.Cancel);
            await scene.SweepAsync();
            await scene.PresentAsync();
            await scene.PayAsync();
        }),
        new("action failed but the intent succeeded", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            await scene.PayAsync();
            scene.Network.Rewrite("/terminal/readers/", "\"status\":\"succeeded\"", "\"status\":\"failed\"");
            await scene.SweepAsync();
            scene.Network.Mend();
        }),
        new("the answer to another reader is lost, and the visitor taps there", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            scene.Network.LoseAnswers(request => request.Is("POST", Processing));
            await scene.PresentAsync(Scene.OtherReader);
            scene.Network.Mend();
            await scene.ActAsync(ReaderAct.Tap, Scene.OtherReader);
        }),
        new("the answer to another reader is lost, then cancelled", PaymentState.Cancelled, async scene =>
        {
            await scene.StartAsync();
            scene.Network.LoseAnswers(request => request.Is("POST", Processing));
            await scene.PresentAsync(Scene.OtherReader);
            scene.Network.Mend();
            await scene.CancelAsync();
        }),
        new("the first reader cannot be told to stop at once, then another reader", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            scene.Network.Say(Faults.Answers["429"], acts: false, request => request.Is("POST", "/cancel_action"));
            await scene.PresentAsync(Scene.OtherReader);
            scene.Network.Mend();
            await scene.SweepAsync();
            await scene.ActAsync(ReaderAct.Tap, Scene.OtherReader);
        }),
        new("the provider no longer knows the reader, the card was read", PaymentState.Succeeded, async scene =>
        {
            await scene.StartAsync();
            await scene.PayAsync();
            scene.Network.Say(NoReader, acts: false, request => request.Is("GET", Scene.Reader));
            await scene.SweepAsync();
            scene.Network.Mend();
        }),
        new("the provider never knew the reader, then another reader", PaymentState.Succeeded, async scene =>
        {
            scene.Network.Say(NoReader, acts: false, request => request.RequestUri!.AbsolutePath.Contains(Scene.Reader, StringComparison.Ordinal));
            await scene.StartAsync();
            await scene.SweepAsync();
            await scene.PresentAsync(Scene.OtherReader);
            scene.Network.Mend();
            await scene.ActAsync(ReaderAct.Tap, Scene.OtherReader);
        }),
    ];

    private static (int, string, string) NoReader => (404, """{"error":{"type":"invalid_request_error","code":"resource_missing","message":"No such reader"}}""", "application/json");
}
