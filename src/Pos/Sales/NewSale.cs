using System.Security.Cryptography;
using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>Turns a checked request into the facts of a sale.</summary>
internal static class NewSale
{
    public static Sale From(Guid id, string hash, SaleRequest request, Priced priced, DateTime now) =>
        From(id, hash, request, priced, Calculator.Charged(priced.Quote, request.Total, priced.Rounding), now);

    private static Sale From(Guid id, string hash, SaleRequest request, Priced priced, QuoteView charged, DateTime now) => new()
    {
        Id = id,
        RequestHash = hash,
        Site = priced.Site.Code,
        Till = request.Till,
        Epoch = request.Epoch,
        Number = request.Number,
        OccurredAt = request.OccurredAt,
        RecordedAt = now,
        BusinessDate = BusinessDate.Of(request.OccurredAt),
        Language = request.Language,
        Total = request.Total,
        ServerTotal = priced.Quote.Total == request.Total ? null : priced.Quote.Total,
        ReceiptToken = Base32.Encode(RandomNumberGenerator.GetBytes(16)),
        Lines = [.. charged.Lines.Select((line, index) => Line(line, index + 1))],
        Taxes = [.. charged.Taxes.Select(tax => new SaleTax { Percent = tax.Percent, Total = tax.Total, Tax = tax.Tax })],
        Tenders = [.. request.Tenders.Select(tender => Tender(tender, now))],
    };

    private static SaleLine Line(LineView line, int no) => new()
    {
        No = no,
        Product = line.Product,
        Name = line.Name,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice,
        Amount = line.Amount,
        TaxPercent = line.TaxPercent,
    };

    private static Tender Tender(TenderRequest tender, DateTime now) => new()
    {
        Id = tender.Id,
        Kind = tender.Kind,
        Amount = tender.Amount,
        Received = tender.Received,
        Hold = tender.Hold,
        PaidAt = tender.Kind == TenderKind.Qr ? null : now,
    };
}
