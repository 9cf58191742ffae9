using Tourism.Kernel;
using Tourism.Pos.Shared.Codes;
using Xunit;

namespace Tourism.Pos.Tests.Codes;

public sealed class MerchantCodeTests
{
    private const string Cafe =
        "0002016003xxx01021129300012D156000000000510A93FO3230Q31280012D1560000000103081234567826680019jp.or.paymentsjapan01130000000000001020400010306000001040600000153033925903xxx64180002JA0108メルペイ カフェ520441115802JP610710661436304DEE9";

    private const string Ours =
        "00020101021226680019jp.or.paymentsjapan011300000000000010204000103060000010406000001520479915303392540413005802JP5910AKIYOSHIDO6004MINE6107754051164130002JA0103秋芳洞630489A0";

    private const string BadCheck =
        "00020164210002JA0111JPQRMPM本舗食堂53033925903xxx6003xxx610710600325802JP01021126680019jp.or.paymentsjapan0113000000000000102040001030600000104060000015204412163046D60";

    private const string Emv =
        "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304A13A";

    private static readonly JpqrShop Cave = new("0000000000001-0001-000001-000001", "7991", "AKIYOSHIDO", "MINE", "7540511", "秋芳洞");

    [Fact]
    public void Check_Example_IsTheStandards() => Assert.Equal("29B1", CodeCheck.Of("123456789"));

    [Fact]
    public void Read_ValidCode_SaysTheShop()
    {
        var read = MerchantCode.Read(Cafe).Value;

        Assert.Equal((false, null, "392", "JP"), (read.IsDynamic, read.Amount, read.Currency, read.Country));
        Assert.Equal(new JpqrShop("0000000000001-0001-000001-000001", "4111", "xxx", "xxx", "1066143", "メルペイ カフェ"), read.Jpqr);
    }

    [Fact]
    public void Of_ShopAndAmount_IsTheKnownCodeAndReadsBack()
    {
        var code = MerchantCode.Of(Cave, new Yen(1_300));

        Assert.Equal(Ours, code);
        Assert.Equal(new MerchantCode(true, "1300", "392", "JP", "7991", "AKIYOSHIDO", "MINE", Cave), MerchantCode.Read(code).Value);
    }

    [Fact]
    public void Of_NoAmount_IsStatic()
    {
        var read = MerchantCode.Read(MerchantCode.Of(Cave)).Value;

        Assert.Equal((false, null), (read.IsDynamic, read.Amount));
    }

    [Fact]
    public void Of_NameBeyondTheFirstPlane_CountsItsCharacters()
    {
        var shop = Cave with { NameJa = "𠮷野家" };

        var code = MerchantCode.Of(shop, new Yen(1));

        Assert.Contains("0103𠮷野家", code);
        Assert.Equal(shop, MerchantCode.Read(code).Value.Jpqr);
    }

    [Fact]
    public void Read_WrongCheck_NamesTheTrueOne()
    {
        var failure = Assert.IsType<WrongPaymentCheck>(MerchantCode.Read(BadCheck).Failure);

        Assert.Equal(("6D60", "0F92", "63"), (failure.Given, failure.True, failure.Field));
    }

    [Fact]
    public void Read_EmvSample_IsNoJpqr()
    {
        var read = MerchantCode.Read(Emv).Value;

        Assert.Equal(new MerchantCode(true, "23.72", "156", "CN", "4111", "BEST TRANSPORT", "BEIJING", null), read);
    }

    [Theory]
    [InlineData("", "00")]
    [InlineData("https://city.example/t/ABC", "")]
    [InlineData("000201", "63")]
    [InlineData("0102110002016304FFFF", "00")]
    [InlineData("00020100020163040000", "00")]
    [InlineData("0002015999", "59")]
    [InlineData("00020159", "59")]
    [InlineData("000201590x", "59")]
    public void Read_BrokenText_NamesTheField(string text, string field) => Assert.Equal(field, Assert.IsType<WrongPaymentCode>(MerchantCode.Read(text).Failure).Field);

    [Theory]
    [InlineData("5303392", "5303840", "53")]
    [InlineData("5802JP", "5802US", "58")]
    [InlineData("61077540511", "6107754051X", "61")]
    [InlineData("0002JA", "0002EN", "64.00")]
    [InlineData("0103秋芳洞", "0203秋芳洞", "64.02")]
    [InlineData("0103秋芳洞", "0303秋芳洞", "64.01")]
    [InlineData("02040001", "0204000A", "26.02")]
    [InlineData("04060000015", "05060000015", "26.04")]
    [InlineData("010212", "010213", "01")]
    [InlineData("52047991", "5204799X", "52")]
    [InlineData("54041300", "54041.3.", "54")]
    public void Read_FieldThatCannotBe_NamesIt(string right, string wrong, string field)
    {
        var changed = Ours[..^4].Replace(right, wrong);
        Assert.NotEqual(Ours[..^4], changed);

        Assert.Equal(field, Assert.IsType<WrongPaymentCode>(MerchantCode.Read(changed + CodeCheck.Of(changed)).Failure).Field);
    }

    [Fact]
    public void Read_AnyOneCharacterChanged_IsRefused() => Assert.All(
        Enumerable.Range(0, Ours.Length), at => Assert.False(MerchantCode.Read(Ours[..at] + (Ours[at] == '7' ? '8' : '7') + Ours[(at + 1)..]).Ok));

    [Theory]
    [InlineData("id")]
    [InlineData("category")]
    [InlineData("name")]
    [InlineData("city")]
    [InlineData("postal")]
    [InlineData("nameJa")]
    public void Check_WrongValue_NamesIt(string field)
    {
        JpqrShop wrong = field switch
        {
            "id" => Cave with { Id = "0000000000001-0001-000001" },
            "category" => Cave with { Category = "79" },
            "name" => Cave with { Name = "秋芳洞" },
            "city" => Cave with { City = new string('M', 16) },
            "postal" => Cave with { Postal = "775-0511" },
            _ => Cave with { NameJa = " " },
        };

        Assert.Equal("sites[0].jpqr." + field, wrong.Check("sites[0].jpqr.")!.Field);
        Assert.Throws<ArgumentException>(() => MerchantCode.Of(wrong));
    }

    [Theory]
    [InlineData("hQVDUFYwMWETTwegAAAAVVVVUAg=", CustomerCodeKind.Emv)]
    [InlineData(" hQVKUFFSMDFhG08JoAAAAAF\n", CustomerCodeKind.Jpqr)]
    [InlineData("HQVKUFFSMDFhG08JoAAAAAF", CustomerCodeKind.None)]
    [InlineData("https://city.example/t/ABC", CustomerCodeKind.None)]
    [InlineData(null, CustomerCodeKind.None)]
    public void KindOf_ScannedText_SaysWhoseFormat(string? text, CustomerCodeKind kind) => Assert.Equal(kind, CustomerCode.KindOf(text));
}
