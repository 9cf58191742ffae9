using Tourism.Kernel;

namespace Tourism.Pos.Mail;

internal static class LetterTexts
{
    /// <summary>Letters to staff speak Japanese and English.</summary>
    public static Texts All { get; } = Texts.Load(typeof(LetterTexts).Assembly, "letter");
}
