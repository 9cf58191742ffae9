using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Papers;

/// <summary>How wide the paper in this device's printer is.</summary>
internal sealed class PaperWidth(IDevice device)
{
    private const string Remembered = "tourism.paper";

    /// <summary>Millimetres of the rolls that <c>css/paper-*.css</c> print on.</summary>
    public static IReadOnlyList<string> Known { get; } = ["80", "58"];

    public string Millimetres { get; private set; } = Known[0];

    public async Task RestoreAsync()
    {
        if (await device.ReadAsync(Remembered) is { } chosen && Known.Contains(chosen))
            Millimetres = chosen;
    }

    public async Task ChooseAsync(string millimetres)
    {
        Millimetres = millimetres;
        await device.WriteAsync(Remembered, millimetres);
    }
}
