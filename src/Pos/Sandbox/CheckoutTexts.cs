using Tourism.Kernel;

namespace Tourism.Pos.Sandbox;

internal static class CheckoutTexts
{
    public static Texts All { get; } = Texts.Load(typeof(CheckoutTexts).Assembly, "sandbox");
}
