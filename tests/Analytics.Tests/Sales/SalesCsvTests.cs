using System.Text;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Sales;
using Tourism.Kernel;
using Tourism.Kernel.Server.Sheets;

namespace Tourism.Analytics.Tests.Sales;

public sealed class SalesCsvTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public void Write_Utf8_BeginsWithTheByteOrderMarkAndEndsLinesWithCrLf()
    {
        var bytes = CsvEncoding.Of(CsvEncoding.Utf8).Write(SalesCsv.Write(Report("秋芳洞"), Language.Ja));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            "業務日,時,施設コード,施設名,販売件数,売上金額（税込・円）,人数,ポイント利用,返金件数,返金額（税込・円）,差引売上（税込・円）,返金人数,返却ポイント\r\n2026-11-22,9,cave,秋芳洞,3,-1500,4,500,2,700,-2200,1,200\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public void Write_Cp932_KeepsSignsThatJapaneseInputMakesAndMarksWhatItLacks()
    {
        var bytes = CsvEncoding.Of(CsvEncoding.Cp932).Write("秋〜−‖—¥é한𠮷\r\n");
        Assert.Equal([0x8F, 0x48, 0x81, 0x60, 0x81, 0x7C, 0x81, 0x61, 0x81, 0x5C, 0x81, 0x8F, (byte)'?', (byte)'?', (byte)'?', 0x0D, 0x0A], bytes);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1＋1", "'＝1＋1")]
    [InlineData("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"")]
    [InlineData("山,川", "\"山,川\"")]
    [InlineData("二\n行", "\"二\n行\"")]
    public void Write_NameThatASpreadsheetWouldMisread_IsPlainText(string name, string cell) =>
        Assert.Contains($",cave,{cell},3,", SalesCsv.Write(Report(name), Language.Ja), StringComparison.Ordinal);

    [Fact]
    public void Write_InEnglish_NamesColumnsAndSitesInEnglish() => Assert.Equal(
        "Business date,Hour,Site code,Site,Sales,Amount incl. tax (yen),People,Points used,Refunds,Refunded incl. tax (yen),Net incl. tax (yen),People refunded,Points returned\r\n2026-11-22,9,cave,Cave,3,-1500,4,500,2,700,-2200,1,200\r\n",
        SalesCsv.Write(Report("秋芳洞"), Language.En));

    private static SalesReport Report(string name)
    {
        var cell = new SalesCell("cave", new LocalText(name, "Cave"), Day, 9, 3, new Yen(-1_500), 4, new PointAmount(500))
        {
            Refunds = 2, Refunded = new Yen(700), Net = new Yen(-2_200), PeopleRefunded = 1, PointsReturned = new PointAmount(200),
        };
        return new SalesReport(Day, Day, [cell], cell.Amount, cell.PointsUsed, null, 0);
    }
}
