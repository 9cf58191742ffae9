using MiniExcelLibs;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Sheets;
using Tourism.Pos.Closures;

namespace Tourism.Pos.Catalogue.Imports;

/// <summary>The products of a site as a file that can be handed in again.</summary>
internal sealed class ExportProducts(CatalogueStore catalogue, TimeProvider clock)
{
    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="site">Site.</param>
    /// <param name="format"><c>csv</c> or <c>xlsx</c>.</param>
    /// <param name="encoding">Of a CSV file.</param>
    /// <param name="language">Of headers and kinds.</param>
    /// <param name="ct">Given up.</param>
    public async Task<Result<SheetExport>> HandleAsync(string site, string format, string encoding, string language, CancellationToken ct)
    {
        if (format is not ("csv" or "xlsx"))
            return new UnknownChoice("format", format, "csv, xlsx");
        if (encoding is not (CsvEncoding.Utf8 or CsvEncoding.Cp932))
            return new UnknownChoice("encoding", encoding, $"{CsvEncoding.Utf8}, {CsvEncoding.Cp932}");
        if ((await catalogue.GetAsync(ct)).Site(site) is not { } place)
            return new UnknownSite(site);
        var today = BusinessDate.Of(clock.UtcMicros());
        var rows = place.Products.OrderBy(product => product.No).Select(product => SheetProduct.Write(product, today, language));
        var name = $"products-{site}-{BusinessDate.Text(today)}.{format}";
        return format == "csv" ? Csv(rows, CsvEncoding.Of(encoding), language, name) : Xlsx(rows, language, name);
    }

    private static SheetExport Csv(IEnumerable<string[]> rows, CsvEncoding encoding, string language, string name)
    {
        var lines = rows.Select(row => row.Select(CsvText.Cell)).Prepend(SheetColumns.All.Select(column => column.In(language)));
        return new SheetExport(encoding.Write(string.Concat(lines.Select(line => string.Join(',', line) + "\r\n"))), encoding.ContentType, name);
    }

    private static SheetExport Xlsx(IEnumerable<string[]> rows, string language, string name)
    {
        using var stream = new MemoryStream();
        List<string> headers = [.. SheetColumns.All.Select(column => column.In(language))];
        Dictionary<string, object> Named(IEnumerable<string> cells) => headers.Zip(cells).ToDictionary(pair => pair.First, pair => (object)CsvText.Guard(pair.Second));
        stream.SaveAs(rows.Select(Named).DefaultIfEmpty(Named(headers.Select(_ => ""))), sheetName: language == Language.Ja ? "商品" : "Products");
        return new SheetExport(stream.ToArray(), XlsxType, name);
    }
}

/// <summary>A file to hand out.</summary>
internal sealed record SheetExport(byte[] Content, string ContentType, string Name);

internal sealed record UnknownChoice(string At, string Given, string Choices) : Failure(
    "unknown-choice", FailureKind.Invalid, $"「{At}」に「{Given}」は使えません。{Choices} から選んでください。", $"'{Given}' is not possible for '{At}'. Choose from {Choices}.", At);
