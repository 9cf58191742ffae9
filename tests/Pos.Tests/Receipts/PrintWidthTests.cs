using CsCheck;
using Tourism.Pos.Shared.Receipts;
using Xunit;

namespace Tourism.Pos.Tests.Receipts;

public sealed class PrintWidthTests
{
    [Theory]
    [InlineData("A", 1)]
    [InlineData("秋芳洞", 6)]
    [InlineData("ｱｷﾖｼﾄﾞｳ", 7)]
    [InlineData("※", 2)]
    [InlineData("×", 2)]
    [InlineData("¥1,300", 7)]
    [InlineData("café", 4)]
    [InlineData("ko\u0301", 2)]
    [InlineData("한국", 4)]
    [InlineData("𠮷野", 4)]
    [InlineData("Ａ１", 4)]
    [InlineData("～", 2)]
    [InlineData("\u200B", 0)]
    public void Of_Text_CountsFullWidthTwice(string text, int columns) => Assert.Equal(columns, PrintWidth.Of(text));

    [Theory]
    [InlineData("\u301C\u2212\u2016\u2014\u00A5", "\uFF5E\uFF0D\u2225\u2015\uFFE5")]
    public void Printable_SignsLostInCp932_BecomeTheirTwins(string text, string printable) => Assert.Equal(printable, PrintWidth.Printable(text));

    [Fact]
    public void Wrap_AnyText_FitsAndLosesNothingButSpaces() => Gen.String[Gen.Char["あ漢A1 ｱé×-。"], 0, 80].Select(Gen.Int[4, 48]).Sample((text, columns) =>
    {
        var rows = PrintWidth.Wrap(text, columns);

        Assert.All(rows, row => Assert.InRange(PrintWidth.Of(row), 0, columns));
        Assert.Equal(text.Replace(" ", ""), string.Concat(rows).Replace(" ", ""));
    });

    [Fact]
    public void Wrap_EnglishSentence_BreaksBetweenWords() =>
        Assert.Equal(["Registration no.", "T7123456789012"], PrintWidth.Wrap("Registration no. T7123456789012", 20));
}
