using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>What can be said about a sale request without looking anything up.</summary>
internal static class SaleChecks
{
    private const int MaxTenders = 20;
    private static readonly DateTime Earliest = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Latest = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static Failure? Shape(SaleRequest request)
    {
        if (request.Number < 1)
            return new WrongReceiptNumber(request.Number);
        if (!Language.IsKnown(request.Language))
            return new UnknownLanguage(request.Language);
        if (request.OccurredAt < Earliest || request.OccurredAt >= Latest)
            return new WrongTime(request.OccurredAt);
        if (request.Tenders.Count is 0 or > MaxTenders)
            return new WrongTenderCount(request.Tenders.Count);
        return request.Tenders.Select(Tender).FirstOrDefault(wrong => wrong is not null) ?? Sum(request);
    }

    /// <summary>Nothing is left for the visitor to pay: the sale has happened, whatever the server thinks of its price.</summary>
    public static bool MoneyIsTaken(SaleRequest request) => request.Tenders.All(tender => tender.Kind != TenderKind.Qr);

    private static Failure? Sum(SaleRequest request)
    {
        if (request.Tenders.DistinctBy(tender => tender.Id).Count() != request.Tenders.Count)
            return new TenderTaken();
        if (request.Tenders.Any(tender => Math.Abs(tender.Amount.Amount) > long.MaxValue / MaxTenders))
            return new TendersDoNotAddUp(request.Total);
        return request.Tenders.Select(tender => tender.Amount).Sum() == request.Total ? null : new TendersDoNotAddUp(request.Total);
    }

    private static Failure? Tender(TenderRequest tender, int index)
    {
        var at = $"tenders[{index}]";
        if (tender.Amount < Yen.Zero || (tender.Amount == Yen.Zero && tender.Kind != TenderKind.Cash))
            return new WrongTender($"{at}.amount", "0 円より大きい金額にしてください", "use an amount above 0 yen");
        if (tender.Kind == TenderKind.Cash ? tender.Received is null || tender.Received < tender.Amount : tender.Received is not null)
            return new WrongTender($"{at}.received", "現金のときだけ、支払額以上の預り金額を入れてください", "give cash received, at least the amount, for cash only");
        if (tender.Kind == TenderKind.Points ? tender.Hold is null : tender.Hold is not null)
            return new WrongTender($"{at}.hold", "ポイントのときだけ、ポイントの仮押さえIDを入れてください", "give the points hold, for points only");
        return tender.Id == Guid.Empty ? new WrongTender($"{at}.id", "IDを作って入れてください", "make an id") : null;
    }
}
