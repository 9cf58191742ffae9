using System.Text.Json;
using DuckDB.NET.Data;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Intake;
using Tourism.Kernel;

namespace Tourism.Analytics.Lake;

/// <summary>Turns received sales into rows of the datasets, in memory.</summary>
internal sealed class FreshFacts : IDisposable
{
    private readonly DuckDBAppender _sales;
    private readonly DuckDBAppender _lines;

    public FreshFacts(DuckDBConnection duck)
    {
        foreach (var dataset in Dataset.All)
            duck.Execute($"CREATE TABLE {dataset.Name} ({dataset.Columns})");
        _sales = duck.CreateAppender(Dataset.PerSale);
        _lines = duck.CreateAppender(Dataset.PerLine);
    }

    public void Add(ReceivedSale received)
    {
        var sale = JsonSerializer.Deserialize<SaleFact>(received.Body, Json.Options)
            ?? throw new InvalidOperationException($"Received sale {received.Id} has no content.");
        AddSale(received.Seq, sale);
        for (var line = 0; line < sale.Lines.Count; line++)
            AddLine(received.Seq, sale, line);
    }

    public void Dispose()
    {
        _sales.Dispose();
        _lines.Dispose();
    }

    private void AddSale(long seq, SaleFact sale)
    {
        var row = _sales.CreateRow();
        row.AppendValue(seq).AppendValue(sale.Sale).AppendValue(sale.Site);
        row.AppendValue(sale.SiteName.Ja).AppendValue(sale.SiteName.En).AppendValue(sale.SiteName.Ko)
            .AppendValue(sale.SiteName.ZhHant).AppendValue(sale.SiteName.ZhHans);
        row.AppendValue(new DateTimeOffset(sale.OccurredAt)).AppendValue(BusinessDate.Of(sale.OccurredAt))
            .AppendValue((sbyte)BusinessDate.Local(sale.OccurredAt).Hour);
        row.AppendValue(sale.Total.Amount).AppendValue(sale.People).AppendValue(sale.Language);
        long cash = Paid(sale, "cash"), qr = Paid(sale, "qr"), points = Paid(sale, "points");
        var other = checked(sale.Tenders.Select(tender => tender.Amount).Sum().Amount - cash - qr - points);
        row.AppendValue(cash).AppendValue(qr).AppendValue(points).AppendValue(other).EndRow();
    }

    private void AddLine(long seq, SaleFact sale, int number)
    {
        var line = sale.Lines[number];
        _lines.CreateRow().AppendValue(seq).AppendValue(sale.Sale).AppendValue(number + 1).AppendValue(sale.Site)
            .AppendValue(BusinessDate.Of(sale.OccurredAt)).AppendValue(line.Product).AppendValue(line.Quantity)
            .AppendValue(line.Amount.Amount).AppendValue(checked((sbyte)line.TaxPercent)).EndRow();
    }

    private static long Paid(SaleFact sale, string kind) =>
        sale.Tenders.Where(tender => tender.Kind == kind).Select(tender => tender.Amount).Sum().Amount;
}
