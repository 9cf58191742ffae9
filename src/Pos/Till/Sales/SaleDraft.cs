using System.Reflection;
using Tourism.Kernel;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Books;

namespace Tourism.Pos.Till.Sales;

/// <summary>A sale as rung up, before it has a receipt number.</summary>
/// <param name="Site">Where, with the prices it was rung up by.</param>
/// <param name="Language">Language of ticket and receipt.</param>
/// <param name="Lines">What is sold.</param>
/// <param name="Quote">What it costs.</param>
/// <param name="Tenders">How it is paid.</param>
/// <param name="Terms">What else decided the price.</param>
/// <param name="Origin">Where the visitors come from, if somebody said so.</param>
public sealed record SaleDraft(
    SiteView Site, string Language, IReadOnlyList<LineRequest> Lines, QuoteView Quote, IReadOnlyList<TenderRequest> Tenders, BasketTerms? Terms = null,
    string? Origin = null)
{
    private static readonly string? App = typeof(SaleDraft).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    /// <summary>What the customer presented.</summary>
    public VisitorToken? Visitor { get; init; }

    /// <summary>Money taken with the last tap: the sale has happened, whatever the network does.</summary>
    public bool Paid => Tenders.All(tender => tender.Kind.AtCounter());

    public SaleRequest At(Series place, string till, DateTime at, TicketView? ticket) => new(
        till, place.Epoch, place.Last, at, Language, Lines, Quote.Total, Tenders, Terms, Paid ? Charged : null, null, ticket?.Code, Visitor, Origin, App);

    /// <summary>The sale as staff see it before the server has answered. The receipt's page is the server's to name.</summary>
    public SaleView Shown(Guid id, SaleRequest sale, TicketView? ticket)
    {
        List<TenderView> tenders = [.. Tenders.Select(Shown)];
        return new SaleView(
            id, SaleState.Completed, Site.Code, sale.Till, new ReceiptNumber(sale.Till, sale.Epoch, sale.Number).ToString(), sale.OccurredAt, Quote.Lines, Quote.Total, Quote.Taxes,
            tenders, tenders.Select(tender => tender.GivenBack()).Sum(), null, "", ticket, Language: Language) { Discount = Quote.Discount };
    }

    private TenderView Shown(TenderRequest tender) => new(tender.Id, tender.Kind, tender.Amount, tender.Received)
    {
        External = Site.Tenders?.FirstOrDefault(known => known.Code == tender.External)?.Terms,
        Slip = tender.Slip,
    };

    private ChargedBasket Charged => new(
        [.. Quote.Lines.Select(line => new ChargedLine(line.Name, line.UnitPrice, line.Amount, line.TaxPercent, line.Why))], Quote.Taxes)
    {
        Discount = Quote.Discount,
    };
}
