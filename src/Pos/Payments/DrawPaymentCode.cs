using QRCoder;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>Draws the QR code of a payment page for the till's screen.</summary>
internal sealed class DrawPaymentCode(FindPayment find)
{
    private const int Module = 8;

    public async Task<Result<string>> HandleAsync(Guid id, CancellationToken ct)
    {
        var payment = await find.HandleAsync(id, ct);
        if (!payment.Ok)
            return payment.Failure;
        return payment.Value.PageUrl is { } url ? Draw(url) : new NothingToScan(payment.Value.State);
    }

    /// <summary>Black on white with its quiet zone whatever the screen's theme: phones fail on inverted and on cropped codes.</summary>
    private static string Draw(string url)
    {
        using var data = QRCodeGenerator.GenerateQrCode(url, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(Module, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}

internal sealed record NothingToScan(PaymentState State) : Failure(
    "nothing-to-scan", FailureKind.Conflict,
    $"支払いページは開いていません({State})。支払いの状態を確かめてください。",
    $"The payment page is not open ({State}). Look at the payment's state.");
