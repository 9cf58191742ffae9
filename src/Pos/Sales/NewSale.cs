using System.Security.Cryptography;
using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Catalogue.Tenders;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>Turns a checked request into the facts of a sale.</summary>
internal static class NewSale
{
    public static Sale From(ReadySale ready, IReadOnlySet<Guid> uncovered, DateTime now) => From(ready, ready.Request, uncovered, now);

    private static Sale From(ReadySale ready, SaleRequest request, IReadOnlySet<Guid> uncovered, DateTime now) => new()
    {
        Id = ready.Id,
        RequestHash = ready.Hash,
        Site = ready.Site.Code,
        Till = request.Till,
        Epoch = request.Epoch,
        Number = request.Number,
        OccurredAt = request.OccurredAt,
        RecordedAt = now,
        BusinessDate = BusinessDate.Of(request.OccurredAt),
        Language = request.Language,
        Total = request.Total,
        ServerTotal = ready.ServerTotal,
        Discount = ready.Charged.Discount,
        IsCharged = request.Charged is not null,
        Terms = request.Terms is { } terms ? new SaleTerms(terms.SchoolTrip, terms.Tier, terms.Reason, terms.Discount) : null,
        Origin = request.Origin,
        VisitorToken = request.Visitor?.Token,
        VisitorSource = request.Visitor?.Source,
        App = request.App,
        Person = ready.By.Person,
        Device = ready.By.Device,
        HandedTicket = request.Ticket,
        ReceiptToken = Base32.Encode(RandomNumberGenerator.GetBytes(16)),
        Lines = [.. ready.Charged.Lines.Select((line, index) => Line(line, request.Lines.ElementAtOrDefault(index), index + 1))],
        Taxes = [.. ready.Charged.Taxes.Select((tax, index) => Tax(tax, index + 1))],
        Tenders = [.. request.Tenders.Select((tender, index) => Tender(tender, index + 1, ready.Catalogue.Tenders, now, tender.Hold is { } hold && uncovered.Contains(hold)))],
    };

    /// <param name="line">As it stands on the receipt.</param>
    /// <param name="asked">As the till sent it; <c>null</c> for the line that stands for a difference.</param>
    /// <param name="no">From 1.</param>
    private static SaleLine Line(LineView line, LineRequest? asked, int no) => new()
    {
        No = no,
        Product = line.Product,
        Name = line.Name,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice,
        Amount = line.Amount,
        TaxPercent = line.TaxPercent,
        Typed = asked?.Amount,
        Reduction = asked?.Reduction,
        EatIn = asked?.EatIn ?? false,
        GrossGrams = asked?.Weighing?.GrossGrams,
        TareGrams = asked?.Weighing?.TareGrams,
        Scale = asked?.Weighing?.Scale,
        Why = line.Why,
    };

    private static SaleTax Tax(TaxView tax, int no) => new() { No = no, Percent = tax.Percent, Total = tax.Total, Tax = tax.Tax, Discount = tax.Discount };

    private static Tender Tender(TenderRequest tender, int no, ExternalTenders externals, DateTime now, bool uncovered) => new()
    {
        No = no,
        Id = tender.Id,
        Kind = tender.Kind,
        Amount = tender.Amount,
        Received = tender.Received,
        Hold = tender.Hold,
        Uncovered = uncovered,
        External = tender.External,
        ExternalTerms = tender.External is { } code ? JsonSerializer.Serialize(externals.Find(code)?.Says().Terms ?? Unknown(code), Json.Options) : null,
        FeeBasisPoints = externals.Find(tender.External)?.Says().FeeBasisPoints,
        Slip = tender.Slip,
        PaidAt = tender.Kind.IsThroughProvider() ? null : now,
    };

    /// <summary>Nobody says that it is free of stamp duty.</summary>
    private static ExternalTerms Unknown(string code) => new(new LocalText(code), Duty: true);
}
