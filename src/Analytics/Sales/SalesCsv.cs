using System.Globalization;
using System.Text;
using Tourism.Analytics.Contracts;
using Tourism.Kernel;
using Tourism.Kernel.Server.Sheets;

namespace Tourism.Analytics.Sales;

/// <summary>The report's cells as a file for a spreadsheet (RFC 4180), in Japanese or English.</summary>
internal static class SalesCsv
{
    // New columns stand at the end: a spreadsheet that was made for the old ones still reads them.
    private const string Japanese = "業務日,時,施設コード,施設名,販売件数,売上金額（税込・円）,人数,ポイント利用,返金件数,返金額（税込・円）,差引売上（税込・円）,返金人数,返却ポイント";
    private const string English = "Business date,Hour,Site code,Site,Sales,Amount incl. tax (yen),People,Points used,Refunds,Refunded incl. tax (yen),Net incl. tax (yen),People refunded,Points returned";

    public static string Write(SalesReport report, string language)
    {
        var csv = new StringBuilder(language == Language.Ja ? Japanese : English).Append("\r\n");
        foreach (var cell in report.Cells)
            csv.AppendJoin(',', Row(cell, language)).Append("\r\n");
        return csv.ToString();
    }

    public static string FileName(SalesReport report) =>
        string.Create(CultureInfo.InvariantCulture, $"sales-{report.From:yyyy-MM-dd}_{report.To:yyyy-MM-dd}.csv");

    private static string[] Row(SalesCell cell, string language) =>
    [
        BusinessDate.Text(cell.Date), Number(cell.Hour), Text(cell.Site), Text(cell.SiteName.In(language)),
        Number(cell.Sales), Number(cell.Amount.Amount), Number(cell.People), Number(cell.PointsUsed.Amount),
        Number(cell.Refunds), Number(cell.Refunded.Amount), Number(cell.Net.Amount), Number(cell.PeopleRefunded), Number(cell.PointsReturned.Amount),
    ];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Only texts are guarded: a negative number must stay a number.</summary>
    private static string Text(string value) => CsvText.Cell(value);
}
