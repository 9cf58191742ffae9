using Tourism.Kernel;

namespace Tourism.Pos.Sales.ByPhone.Ahead;

internal static class AheadTexts
{
    public static Texts All { get; } = Texts.Load(typeof(AheadTexts).Assembly, "ahead");

    public static string Of(AheadProblem problem) => "say-" + problem.ToString().ToLowerInvariant();
}
