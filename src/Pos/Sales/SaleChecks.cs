using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Payments;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>What can be said about a sale request without looking anything up.</summary>
internal static class SaleChecks
{
    private const int MaxTenders = 20;
    private const long MaxTender = 99_999_999;

    /// <summary>Longest number of another terminal's slip.</summary>
    public const int MaxSlip = 40;

    private static readonly DateTime Earliest = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Latest = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static Failure? Shape(SaleRequest request)
    {
        if (request.Number < 1)
            return new WrongReceiptNumber(request.Number);
        if (!Language.IsKnown(request.Language))
            return new UnknownLanguage(request.Language);
        if (!IsPossible(request.OccurredAt))
            return new WrongTime(request.OccurredAt);
        if (request.Tenders.Count is 0 or > MaxTenders)
            return new WrongTenderCount(request.Tenders.Count);
        return request.Tenders.Select(Tender).FirstOrDefault(wrong => wrong is not null) ?? Sum(request)
            ?? BasketChecks.Of(request) ?? Total(request) ?? ChargedChecks.Of(request);
    }

    /// <summary>Nothing is left for the visitor to pay: the sale has happened, whatever the server thinks of its price.</summary>
    public static bool MoneyIsTaken(SaleRequest request) => request.Tenders.All(tender => !tender.Kind.IsThroughProvider());

    /// <summary>The money is in the drawer and the visitor holds a receipt that says so: nothing that a server thinks can undo it.</summary>
    public static bool HasHappened(SaleRequest request) => request.Charged is not null && MoneyIsTaken(request);

    /// <summary>A time a till can have sold at; a missing one reads as the year 1.</summary>
    public static bool IsPossible(DateTime time) => time >= Earliest && time < Latest;

    private static Failure? Total(SaleRequest request) => request.Total.Amount > Calculator.MaxAmount ? new TotalTooHigh(request.Total) : null;

    private static Failure? Sum(SaleRequest request)
    {
        var holds = request.Tenders.Select(tender => tender.Hold).OfType<Guid>().ToList();
        if (request.Tenders.DistinctBy(tender => tender.Id).Count() != request.Tenders.Count || holds.Distinct().Count() != holds.Count)
            return new TenderTaken();
        // Two visitors could each pay half and one of them fail: such a party pays with two sales.
        if (request.Tenders.Count(tender => tender.Kind.IsThroughProvider()) > 1)
            return new WrongTender("tenders", "QR払いとカードは、1つの会計に合わせて1つまでです。会計を分けてください", "one tender by QR or card per sale; split the sale");
        return request.Tenders.Select(tender => tender.Amount).Sum() == request.Total ? null : new TendersDoNotAddUp(request.Total);
    }

    private static Failure? Tender(TenderRequest? tender, int index)
    {
        var at = $"tenders[{index}]";
        if (tender is null || tender.Id == Guid.Empty)
            return new WrongTender($"{at}.id", "IDを作って入れてください", "make an id");
        if (tender.Amount < Least(tender.Kind) || tender.Amount.Amount > MaxTender)
            return new WrongTender($"{at}.amount", $"{Least(tender.Kind)}～{new Yen(MaxTender)} 円にしてください", $"use {Least(tender.Kind)} to {new Yen(MaxTender)} yen");
        if (!MayReceive(tender))
            return new WrongTender($"{at}.received", "現金と券のときだけ、支払額以上の預り金額か額面を入れてください", "give what was received, at least the amount, for cash and vouchers only");
        return External(tender, at) ?? (tender.Kind == TenderKind.Points ? Held(tender, at) : NotHeld(tender, at));
    }

    private static bool MayReceive(TenderRequest tender) => tender.Received is { } received
        ? tender.Kind.AtCounter() && received >= tender.Amount && received.Amount <= MaxTender
        : tender.Kind != TenderKind.Cash;

    private static Failure? External(TenderRequest tender, string at)
    {
        if (tender.Kind == TenderKind.External)
            return BasketChecks.Text(tender.External, CheckNames.MaxCode, $"{at}.external") ?? BasketChecks.Optional(tender.Slip, MaxSlip, $"{at}.slip");
        return tender.External is null && tender.Slip is null
            ? null
            : new WrongTender(tender.External is null ? $"{at}.slip" : $"{at}.external", "外部決済のときだけ入れてください", "this goes with external tenders only");
    }

    private static WrongTender? Held(TenderRequest tender, string at) =>
        tender.Hold is null || tender.Hold == Guid.Empty ? new WrongTender($"{at}.hold", "ポイントの仮押さえIDを入れてください", "give the points hold") : null;

    private static WrongTender? NotHeld(TenderRequest tender, string at) =>
        tender.Hold is null ? null : new WrongTender($"{at}.hold", "仮押さえIDはポイントのときだけです", "a hold goes with points only");

    /// <summary>A free admission is a cash sale of nothing; a payment page takes no less than its provider does.</summary>
    private static Yen Least(TenderKind kind) => kind switch
    {
        TenderKind.Cash => Yen.Zero,
        TenderKind.Qr or TenderKind.Card => StartPayment.Least,
        _ => new Yen(1),
    };
}
