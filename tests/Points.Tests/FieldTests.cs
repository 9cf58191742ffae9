using CsCheck;
using Tourism.Kernel;
using Tourism.Points.Http;
using Tourism.Points.Members;
using Xunit;

namespace Tourism.Points.Tests;

public sealed class FieldTests
{
    public static TheoryData<string?> HostileTexts { get; } =
        [(string?)null, "", "   ", "a\0b", "一行目\n二行目", "\u001b[31m", "left\u202eright", "half\ud83d", "\udc00half", "a\u2028b", new string('あ', 101)];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Text_Hostile_IsInvalidAndNamesTheField(string? text)
    {
        var failure = Fields.Text(text, "name", 100);

        Assert.Equal(("text-unusable", FailureKind.Invalid, "name"), (failure?.Code, failure?.Kind, failure?.Field));
    }

    [Theory]
    [InlineData("山田 太郎")]
    [InlineData("O'Neil; DROP TABLE members--")]
    [InlineData("葛\U000E0100城 😀")]
    public void Text_Unusual_IsGood(string text) => Assert.Null(Fields.Text(text, "name", 100));

    [Fact]
    public void LocalText_WithOneBadLanguage_NamesIt()
    {
        Assert.Equal("shopName.zhHans", Fields.Text(new LocalText("店", ZhHans: "\0"), "shopName")?.Field);
        Assert.Equal("shopName.ja", Fields.Text(new LocalText(null!), "shopName")?.Field);
        Assert.Equal("shopName", Fields.Text(null, "shopName")?.Field);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000_000)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void Points_OutOfRange_AreInvalid(long points) =>
        Assert.Equal(("points-out-of-range", "points"), (Fields.Points(new(points), "points")?.Code, Fields.Points(new(points), "points")?.Field));

    [Theory]
    [InlineData(1)]
    [InlineData(9_999_999)]
    public void Points_InRange_AreGood(long points) => Assert.Null(Fields.Points(new(points), "points"));

    [Theory]
    [InlineData("123456789018")]
    [InlineData("番号は1234-5678-9018です")]
    [InlineData("1234 5678 9018")]
    [InlineData("１２３４５６７８９０１８")]
    public void Text_WithAMyNumber_IsRefused(string text) => Assert.Equal("my-number-refused", Fields.Text(text, "evidence", 200)?.Code);

    [Theory]
    [InlineData("123456789012")]
    [InlineData("1234567890189")]
    [InlineData("2026-11-22 第12回 0837-62-0000")]
    public void Text_WithOtherDigits_IsGood(string text) => Assert.Null(Fields.Text(text, "evidence", 200));

    [Fact]
    public void MyNumber_OfAnyElevenDigits_HasExactlyOneCheckDigit() => Gen.Long[0, 99_999_999_999].Sample(body =>
        Enumerable.Range(0, 10).Count(digit => MyNumber.IsIn($"{body:D11}{digit}")) == 1);

    [Fact]
    public void CardToken_Made_IsReadInEveryFormAndNothingElseIs() => Gen.Int[0, 25].Sample(at =>
    {
        var token = CardToken.New();
        var broken = token.Remove(at, 1);
        return CardToken.Read(token) == token
            && CardToken.Read("https://x.example/p/" + token.ToLowerInvariant()) == token
            && CardToken.Read(broken) is null
            && CardToken.Read(broken.Insert(at, "Z")) is null;
    });
}
