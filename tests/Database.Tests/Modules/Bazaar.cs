using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Database.Tests.Modules;

/// <summary>A shop whose names fill their columns with what databases are known to lose: rare and joined signs, quotes, spaces at the end.</summary>
internal static class Bazaar
{
    public const string Till = "bazaar-1";
    private const int Full = 200;

    public static IReadOnlyList<LocalText> Names { get; } =
    [
        new(Filled("秋芳洞の𠮷野屋・髙橋と葛󠄀ガパ"), Filled("O'Brien \"naïve\" \\ % _ [a] ;-- Ærøskøbing "), Filled("아키요시도 동굴 입장권 "),
            Filled("鍾乳洞門票・臺灣龜"), Filled("溶洞门票・岁币龙")),
        new(Filled("🐟👩‍👩‍👧‍👦🇯🇵👍🏽"), Filled("Ελλάδα Привет "), Filled("ᄒᆞᆫ글 "), Filled("مرحبا بكم "), Filled("ถ้ำอะกิโยชิ ")),
        new("短", null, "", " ", "e\u0301 \u00E9"),
    ];

    public static Yen Total { get; } = new(100 * Names.Count);

    public static IReadOnlyList<LineRequest> OneOfEach { get; } = [.. Names.Select((_, index) => new LineRequest($"thing-{index}", 1, new Yen(100)))];

    public static Site Site => new()
    {
        No = 99,
        Code = "bazaar",
        Name = Names[0],
        Kind = SiteKind.Shop,
        Issuer = "momiji",
        Places = [new Place { Kind = PlaceKind.Till, Code = Till, Name = Names[1] }],
        Products = [.. Names.Select(Thing)],
    };

    private static Product Thing(LocalText name, int index) => new()
    {
        No = index + 1,
        Code = $"thing-{index}",
        Name = name,
        Kind = ProductKind.Amount,
        TaxClass = "standard",
    };

    /// <summary>As many UTF-16 units as the column has, never half a pair.</summary>
    private static string Filled(string sample)
    {
        var text = string.Concat(Enumerable.Repeat(sample, Full));
        var cut = char.IsHighSurrogate(text[Full - 1]) ? Full - 1 : Full;
        return text[..cut].PadRight(Full);
    }
}
