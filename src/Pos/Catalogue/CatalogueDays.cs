namespace Tourism.Pos.Catalogue;

/// <summary>The days this catalogue speaks of: no till asks for others, and a mistyped year is told at once.</summary>
internal static class CatalogueDays
{
    public static readonly DateOnly Earliest = new(2000, 1, 1);

    public static readonly DateOnly Latest = new(2100, 12, 31);
}
