using Tourism.Pos.Payments;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>What visitors and cashiers do at the wrong moment.</summary>
internal static class PeopleFailures
{
    public static IEnumerable<FailureCase> All => [.. Twice, .. Races, .. Wallets];

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
    ];

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
