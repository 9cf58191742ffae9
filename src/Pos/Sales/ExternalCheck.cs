using Tourism.Kernel;
using Tourism.Pos.Catalogue.Tenders;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>Whether the site took a sale's external tenders when it was made.</summary>
internal static class ExternalCheck
{
    /// <summary>What is wrong with the first that it did not take; <c>null</c> for nothing.</summary>
    public static WrongTender? Of(ExternalTenders tenders, string site, SaleRequest request) => request.Tenders
        .Select((tender, index) => tender.Kind == TenderKind.External ? Of(tenders.Find(tender.External), site, request.OccurredAt, tender, $"tenders[{index}]") : null)
        .FirstOrDefault(wrong => wrong is not null);

    /// <summary>A sale that has happened is recorded as it is.</summary>
    public static IEnumerable<Doubt> Doubts(WrongTender? wrong) =>
        wrong is null ? [] : [new Doubt(ReviewKind.ExternalTender, $"{wrong.JaHint}。", $"{wrong.EnHint}.")];

    private static WrongTender? Of(ExternalTender? known, string site, DateTime at, TenderRequest tender, string path)
    {
        if (known is null || !known.IsTaken(site, at))
            return new WrongTender($"{path}.external", $"この施設では「{tender.External}」の支払いを受け付けていません", $"this site does not take '{tender.External}'");
        return known.Says().Terms.Over == OverpaidRule.Exact && tender.Received is { } received && received != tender.Amount
            ? new WrongTender($"{path}.received", $"「{tender.External}」は支払額ちょうどで受け取ります", $"'{tender.External}' takes exactly the amount")
            : null;
    }
}
