using System.Globalization;
using System.Text;
using Tourism.Kernel;
using Tourism.Kernel.Server.Sheets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock.Consignments;

/// <summary>A statement as a file for a spreadsheet (RFC 4180), in Japanese or English.</summary>
internal static class StatementCsv
{
    // New columns stand at the end: a spreadsheet that was made for the old ones still reads them.
    private const string Japanese = "業務日,番号,区分,商品コード,商品名,数量（個・g）,金額（税込・円）,割合（%）,支払額（円）,精算";
    private const string English = "Business date,Number,Kind,Product code,Product,Quantity (pieces or g),Amount incl. tax (yen),Share (%),Due (yen),Settlement";

    public static string Write(StatementView statement, string language)
    {
        var csv = new StringBuilder(language == Language.Ja ? Japanese : English).Append("\r\n");
        foreach (var line in statement.Lines)
            csv.AppendJoin(',', Row(line, language)).Append("\r\n");
        return csv.ToString();
    }

    public static string FileName(string site, StatementView statement) =>
        string.Create(CultureInfo.InvariantCulture, $"consignment-{site}-{statement.Supplier}-{statement.From:yyyy-MM-dd}_{statement.To:yyyy-MM-dd}.csv");

    private static string[] Row(DueLineView line, string language) =>
    [
        BusinessDate.Text(line.Date), CsvText.Cell(line.Number), Kind(line, language), CsvText.Cell(line.Product), CsvText.Cell(line.Name.In(language)), Number(line.Quantity),
        Number(line.Amount.Amount), Number(line.Percent), Number(line.Due.Amount), line.Settlement?.ToString() ?? "",
    ];

    private static string Kind(DueLineView line, string language) => (line.Refund, language) switch
    {
        (true, Language.Ja) => "返品",
        (true, _) => "refund",
        (false, Language.Ja) => "販売",
        _ => "sale",
    };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
