using Tourism.Kernel;
using Tourism.Pos.Shared.Codes;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Tenders;

/// <summary>Shape of a city's <c>tenders.json</c>: what it takes besides cash, points and payment pages. A city without the file takes nothing else.</summary>
internal sealed record TendersFile(string Source, IReadOnlyList<TenderFile> Tenders)
{
    public const string Name = "tenders.json";

    /// <summary>One sentence for each thing that is wrong.</summary>
    public IEnumerable<string> Errors(CityFile city)
    {
        var sites = city.Sites.Select(site => site.Code).ToHashSet(StringComparer.Ordinal);
        return CheckCatalogue.Twice(Tenders.Select(tender => tender.Code), Name)
            .Concat(Tenders.Select(tender => (tender.Code, Wrong: ExternalTenderChecks.Check(tender.Code, tender.ToRequest(0), sites)))
                .Where(tender => tender.Wrong is not null).Select(tender => $"{Name}[{tender.Code}]: {tender.Wrong!.En}"));
    }

    public IEnumerable<ExternalTender> ToRows(DateTime now) => Tenders.Select((tender, index) =>
    {
        var row = new ExternalTender { Code = tender.Code };
        row.Take(tender.ToRequest(index + 1), now);
        return row;
    });
}

/// <param name="Duty">Its receipts carry stamp duty like cash.</param>
/// <param name="Note">Printed on the receipt.</param>
/// <param name="Sites">Sites that take it, with their JPQR registration where it has one.</param>
internal sealed record TenderFile(
    string Code, LocalText Name, string Brand, string Acquirer, int FeeBasisPoints, ExternalRefund Refund, bool Duty, IReadOnlyDictionary<string, JpqrShop?> Sites,
    LocalText? Note = null, OverpaidRule Over = OverpaidRule.Exact, bool AsksSlip = false, string? Source = null, bool Illustrative = false)
{
    public ExternalTenderRequest ToRequest(int order) => new ExternalTenderRequest(
        new ExternalTerms(Name, Duty, Note, Over), Brand, Acquirer, FeeBasisPoints, Refund, [.. Sites.Select(site => new ExternalTenderSite(site.Key, site.Value))])
    {
        AsksSlip = AsksSlip,
        Order = order,
    }.Tidy();
}
