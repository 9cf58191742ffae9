using Tourism.Kernel;
using Tourism.Pos.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>Draws the QR code of a payment page for the till's screen.</summary>
internal sealed class DrawPaymentCode(FindPayment find)
{
    public async Task<Result<string>> HandleAsync(Guid id, CancellationToken ct)
    {
        var payment = await find.HandleAsync(id, ct);
        if (!payment.Ok)
            return payment.Failure;
        return payment.Value.PageUrl is { } url ? QrImage.Svg(url) : new NothingToScan(payment.Value.State);
    }
}

internal sealed record NothingToScan(PaymentState State) : Failure(
    "nothing-to-scan", FailureKind.Conflict,
    $"支払いページは開いていません({State})。支払いの状態を確かめてください。",
    $"The payment page is not open ({State}). Look at the payment's state.");
