using Tourism.Pos.Shared.Tickets;

namespace Tourism.Pos.Tests.Tickets;

public sealed class ScannedTextTests
{
    private static readonly string Code =
        new TicketCode(new TicketPayload(7, Guid.CreateVersion7(), 1, new DateOnly(2026, 11, 22), 1, [new TicketParty(1, 3)]), [], new byte[64]) is var code
            ? (code with { Signed = code.Payload.ToBytes() }).ToString()
            : "";

    private static string Address => "HTTPS://CITY.TEST/T/" + Code;

    [Theory]
    [InlineData("", 0)]
    [InlineData(" \r\n", 0)]
    [InlineData("HTTPS://A.TEST/T/ABC", 1)]
    [InlineData("HTTPS://A.TEST/T/ABCHTTPS://A.TEST/T/DEF", 2)]
    [InlineData("https://a.test/t/abc\r\nhttps://a.test/t/def\r\n", 2)]
    [InlineData("ｈｔｔｐｓ：／／ａ．ｔｅｓｔ／ｔ／ａｂｃＨＴＴＰ：・・A.TEST/T/DEF", 2)]
    [InlineData("WIFI:S:My net;P:secret;;", 1)]
    public void Codes_HoweverTheyCome_AreTakenApart(string text, int count) => Assert.Equal(count, ScannedText.Codes(text).Count);

    [Fact]
    public void IsComplete_OfWholeCodesOnly()
    {
        Assert.True(ScannedText.IsComplete(Address));
        Assert.True(ScannedText.IsComplete(Address + Address));
        Assert.True(ScannedText.IsComplete(string.Concat(Address.Select(letter => (char)(letter + 0xFEE0)))));
        Assert.False(ScannedText.IsComplete(Address[..60]));
        Assert.False(ScannedText.IsComplete(Address + "HTTPS://CITY.TEST/T/ABC"));
        Assert.False(ScannedText.IsComplete(null));
    }

    [Fact]
    public void Codes_TooLongForAnyTicket_AreCut() => Assert.Equal(ScannedText.MaxCode, Assert.Single(ScannedText.Codes(new string('A', 5_000))).Length);
}
