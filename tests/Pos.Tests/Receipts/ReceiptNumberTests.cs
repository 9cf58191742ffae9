using Tourism.Pos.Shared.Receipts;

namespace Tourism.Pos.Tests.Receipts;

public sealed class ReceiptNumberTests
{
    [Theory]
    [InlineData("akiyoshido-1-3-000015")]
    [InlineData("akiyoshido-1-3-15")]
    [InlineData(" AKIYOSHIDO-1-3-015\n")]
    [InlineData("ａｋｉｙｏｓｈｉｄｏ－１－３－０００１５")]
    [InlineData("akiyoshidoー1ー3ー15")]
    [InlineData("akiyoshido - 1 - 3 - 15")]
    [InlineData("akiyoshido–1—3−15")]
    public void Read_AsTiredPeopleTypeIt_IsTheNumber(string typed) => Assert.Equal(new ReceiptNumber("akiyoshido-1", 3, 15), ReceiptNumber.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("15")]
    [InlineData("3-15")]
    [InlineData("-3-15")]
    [InlineData("a-0-15")]
    [InlineData("a-3-0")]
    [InlineData("a-3--15")]
    [InlineData("a-3-99999999999")]
    [InlineData("a\0-3-15")]
    [InlineData("りんご-3-15")]
    public void Read_AnythingElse_IsNone(string? typed) => Assert.Null(ReceiptNumber.Read(typed));

    [Fact]
    public void Read_AtTheTill_FillsInWhatWasLeftOut()
    {
        Assert.Equal(new ReceiptNumber("momiji-1", 4, 15), ReceiptNumber.Read("１５", "momiji-1", 4));
        Assert.Equal(new ReceiptNumber("momiji-1", 2, 15), ReceiptNumber.Read("2-15", "momiji-1", 4));
        Assert.Equal(new ReceiptNumber("cave", 2, 15), ReceiptNumber.Read("cave-2-15", "momiji-1", 4));
        Assert.Null(ReceiptNumber.Read("x-15", "momiji-1", 4));
    }

    [Fact]
    public void ToString_OfANumber_IsAsPrinted() => Assert.Equal("momiji-1-4-000015", $"{new ReceiptNumber("momiji-1", 4, 15)}");
}
