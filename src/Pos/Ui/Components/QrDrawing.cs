using System.Text;
using QRCoder;

namespace Tourism.Pos.Ui.Components;

/// <summary>QR codes drawn on this device, as addresses of pictures.</summary>
public static class QrDrawing
{
    /// <summary>Level M with the quiet zone of four modules that ISO/IEC 18004 asks for, black on white.</summary>
    public static string Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var row = 0; row < modules.Count; row++)
            for (var column = 0; column < modules.Count; column++)
                if (modules[row][column])
                    path.Append('M').Append(column).Append(' ').Append(row).Append("h1v1h-1z");
        var svg = $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {modules.Count} {modules.Count}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{modules.Count}v{modules.Count}H0z"/><path d="{path}"/></svg>""";
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.ASCII.GetBytes(svg));
    }
}
