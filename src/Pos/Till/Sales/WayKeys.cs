namespace Tourism.Pos.Till.Sales;

/// <summary>Keys of a keyboard for ways to pay: the row above the letters that take cash.</summary>
internal static class WayKeys
{
    /// <summary>Opens the parts.</summary>
    public const string Split = "S";

    private static readonly string[] Row = ["Q", "W", "E", "R"];

    /// <summary>The key of the way at this place; further ones have none.</summary>
    public static string? At(int index) => Row.ElementAtOrDefault(index);
}
