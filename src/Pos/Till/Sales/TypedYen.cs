using Tourism.Kernel;
using Tourism.Pos.Ui.Words;

namespace Tourism.Pos.Till.Sales;

/// <summary>Amounts as people type them.</summary>
internal static class TypedYen
{
    /// <summary>The largest amount one line may have.</summary>
    public static readonly Yen Most = new(9_999_999);

    /// <summary>The digits of <paramref name="text"/>, full-width ones too, as yen; zero without any, never above <see cref="Most"/>.</summary>
    public static Yen Of(string? text) => new(TypedNumber.Of(text, Most.Amount) ?? 0);
}
