using System.Text.Json;
using DuckDB.NET.Data;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Intake;
using Tourism.Kernel;

namespace Tourism.Analytics.Lake;

/// <summary>Turns received facts into rows of the datasets, in memory.</summary>
internal sealed class FreshFacts : IDisposable
{
    private readonly Dictionary<string, DuckDBAppender> _rows = [];

    public FreshFacts(DuckDBConnection duck)
    {
        foreach (var dataset in Dataset.All)
        {
            duck.Execute($"CREATE TABLE {dataset.Name} ({dataset.Columns})");
            _rows[dataset.Name] = duck.CreateAppender(dataset.Name);
        }
    }

    public void Add(ReceivedFact received)
    {
        switch (received.Topic)
        {
            case null:
            case var topic when topic == SaleFact.Topic:
                Add(received.Seq, Read<SaleFact>(received));
                break;
            case var topic when topic == RefundFact.Topic:
                Add(received.Seq, Read<RefundFact>(received));
                break;
            default:
                throw new InvalidOperationException($"Received fact {received.Id} is a '{received.Topic}', which this version cannot load. Upgrade this host.");
        }
    }

    public void Dispose()
    {
        foreach (var rows in _rows.Values)
            rows.Dispose();
    }

    private static T Read<T>(ReceivedFact received) => JsonSerializer.Deserialize<T>(received.Body, Json.Options)
        ?? throw new InvalidOperationException($"Received fact {received.Id} has no content.");

    private void Add(long seq, SaleFact sale)
    {
        var row = _rows[Dataset.PerSale].CreateRow();
        row.AppendValue(seq).AppendValue(sale.Sale);
        Place(row, sale.Site, sale.SiteName, sale.OccurredAt);
        row.AppendValue(sale.Total.Amount).AppendValue(sale.People).AppendValue(sale.Language);
        Tenders(row, sale.Tenders);
        row.EndRow();
        for (var line = 0; line < sale.Lines.Count; line++)
            Line(_rows[Dataset.PerLine].CreateRow().AppendValue(seq).AppendValue(sale.Sale), line, sale.Lines[line], sale.Site, sale.OccurredAt);
    }

    private void Add(long seq, RefundFact refund)
    {
        var row = _rows[Dataset.PerRefund].CreateRow();
        row.AppendValue(seq).AppendValue(refund.Refund).AppendValue(refund.Sale);
        Place(row, refund.Site, refund.SiteName, refund.OccurredAt);
        row.AppendValue(refund.Total.Amount).AppendValue(refund.People);
        Tenders(row, refund.Tenders);
        row.EndRow();
        for (var line = 0; line < refund.Lines.Count; line++)
        {
            var part = _rows[Dataset.PerRefundLine].CreateRow().AppendValue(seq).AppendValue(refund.Refund).AppendValue(refund.Sale);
            Line(part, line, refund.Lines[line], refund.Site, refund.OccurredAt);
        }
    }

    private static void Place(IDuckDBAppenderRow row, string site, LocalText name, DateTime at)
    {
        row.AppendValue(site).AppendValue(name.Ja).AppendValue(name.En).AppendValue(name.Ko).AppendValue(name.ZhHant).AppendValue(name.ZhHans);
        row.AppendValue(new DateTimeOffset(at)).AppendValue(BusinessDate.Of(at)).AppendValue((sbyte)BusinessDate.Local(at).Hour);
    }

    private static void Tenders(IDuckDBAppenderRow row, IReadOnlyList<SaleFactTender> tenders)
    {
        long Of(string kind) => tenders.Where(tender => tender.Kind == kind).Select(tender => tender.Amount).Sum().Amount;
        long cash = Of("cash"), qr = Of("qr"), points = Of("points");
        var other = checked(tenders.Select(tender => tender.Amount).Sum().Amount - cash - qr - points);
        row.AppendValue(cash).AppendValue(qr).AppendValue(points).AppendValue(other);
    }

    private static void Line(IDuckDBAppenderRow row, int number, SaleFactLine line, string site, DateTime at) => row
        .AppendValue(number + 1).AppendValue(site).AppendValue(BusinessDate.Of(at)).AppendValue(line.Product).AppendValue(line.Quantity)
        .AppendValue(line.Amount.Amount).AppendValue(checked((sbyte)line.TaxPercent)).EndRow();
}
