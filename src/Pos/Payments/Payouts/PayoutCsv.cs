using System.Globalization;
using System.Text;
using Tourism.Kernel;
using Tourism.Kernel.Server.Sheets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Payouts;

/// <summary>The lines of a payout as a file for a spreadsheet (RFC 4180), in Japanese or English.</summary>
internal static class PayoutCsv
{
    // New columns stand at the end: a spreadsheet that was made for the old ones still reads them.
    private const string Japanese = "日時,種類,施設,会計番号,金額（円）,手数料（円）,差引（円）,決済会社の番号,元の番号";
    private const string English = "Time,Kind,Site,Sale number,Amount (yen),Fee (yen),Net (yen),Provider's number,Source";

    public static async Task<string> WriteAsync(IAsyncEnumerable<PayoutLineView> lines, string language)
    {
        var csv = new StringBuilder(language == Language.Ja ? Japanese : English).Append("\r\n");
        await foreach (var line in lines)
            csv.AppendJoin(',', Row(line)).Append("\r\n");
        return csv.ToString();
    }

    private static string[] Row(PayoutLineView line) =>
    [
        BusinessDate.Text(line.At), CsvText.Cell(line.Type), CsvText.Cell(line.Site ?? ""), CsvText.Cell(line.Receipt ?? ""), Number(line.Amount), Number(line.Fee), Number(line.Net),
        CsvText.Cell(line.Movement), CsvText.Cell(line.Source ?? ""),
    ];

    private static string Number(Yen amount) => amount.Amount.ToString(CultureInfo.InvariantCulture);
}
