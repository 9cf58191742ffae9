using Tourism.Kernel;

namespace Tourism.Pos.Shared.Codes;

/// <summary>What a shop's JPQR code says of it, as the payment operators registered it.</summary>
/// <param name="Id">Its four numbers of 13, 4, 6 and 6 digits, with hyphens between.</param>
/// <param name="Category">Merchant category code (ISO 18245), 4 digits.</param>
/// <param name="Name">In Latin letters, 1–25.</param>
/// <param name="City">In Latin letters, 1–15.</param>
/// <param name="Postal">Seven digits.</param>
/// <param name="NameJa">In Japanese, 1–25 characters.</param>
public sealed record JpqrShop(string Id, string Category, string Name, string City, string Postal, string NameJa)
{
    private const int MaxName = 25;
    private const int MaxCity = 15;
    private static readonly int[] PartLengths = [13, 4, 6, 6];

    /// <summary>The four numbers; empty when <see cref="Id"/> is not of that form.</summary>
    public IReadOnlyList<string> Parts()
    {
        var parts = Id.Split('-');
        return parts.Select(part => part.Length).SequenceEqual(PartLengths) && parts.All(part => part.All(char.IsAsciiDigit)) ? parts : [];
    }

    /// <summary>Why no code can be made of it; <c>null</c> when one can.</summary>
    /// <param name="at">What the values stand in, with a full stop, for the failure's field.</param>
    public Failure? Check(string at = "")
    {
        if (Parts().Count == 0)
            return new WrongJpqr(at + "id", "13・4・6・6桁の番号を - でつないでください", "use numbers of 13, 4, 6 and 6 digits with hyphens between");
        if (!IsNumber(Category, 4))
            return new WrongJpqr(at + "category", "業種コードは4桁の数字です", "a merchant category code is 4 digits");
        if (!IsLatin(Name, MaxName))
            return new WrongJpqr(at + "name", $"1～{MaxName} 字の半角英数字にしてください", $"use 1 to {MaxName} Latin letters");
        if (!IsLatin(City, MaxCity))
            return new WrongJpqr(at + "city", $"1～{MaxCity} 字の半角英数字にしてください", $"use 1 to {MaxCity} Latin letters");
        if (!IsNumber(Postal, 7))
            return new WrongJpqr(at + "postal", "郵便番号は7桁の数字です", "a postal code is 7 digits");
        return IsName(NameJa) ? null : new WrongJpqr(at + "nameJa", $"1～{MaxName} 字にしてください", $"use 1 to {MaxName} characters");
    }

    internal static bool IsNumber(string? text, int digits) => text?.Length == digits && text.All(char.IsAsciiDigit);

    internal static bool IsLatin(string? text, int longest) => text is { Length: > 0 } && text.Length <= longest && text.All(sign => sign is >= ' ' and <= '~');

    private static bool IsName(string? text) => !string.IsNullOrWhiteSpace(text) && CodeFields.Length(text) <= MaxName && !text.Any(char.IsControl);
}
