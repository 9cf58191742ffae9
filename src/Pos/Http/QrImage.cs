using System.Text;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace Tourism.Pos.Http;

/// <summary>Draws QR codes as SVG: sharp on any screen and on paper.</summary>
internal static class QrImage
{
    private const int PixelsPerModule = 8;

    /// <summary>Level M with the quiet zone of four modules that ISO/IEC 18004 asks for, black on white.</summary>
    public static string Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    /// <summary>The drawing as the address of a picture, for pages that hold it themselves.</summary>
    public static string Address(string text) => "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(Svg(text)));

    public static ContentResult Picture(string text) => new() { Content = Svg(text), ContentType = "image/svg+xml" };
}
