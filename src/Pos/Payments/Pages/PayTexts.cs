using Tourism.Kernel;

namespace Tourism.Pos.Payments.Pages;

internal static class PayTexts
{
    public static Texts All { get; } = Texts.Load(typeof(PayTexts).Assembly, "pay");
}
