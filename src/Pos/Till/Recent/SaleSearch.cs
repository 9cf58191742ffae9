using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Recent;

/// <summary>What a sale is looked for by: one of the three.</summary>
/// <param name="Number">Number of the receipt or the return slip.</param>
/// <param name="Ticket">The ticket that was sold.</param>
/// <param name="Token">Token of the receipt's page.</param>
internal sealed record SaleSearch(ReceiptNumber? Number = null, Guid? Ticket = null, string? Token = null)
{
    /// <summary>The part of the address that asks the server. Of a ticket its id is enough: what opens it stays here.</summary>
    public string Query => Ticket is { } ticket ? $"ticket={ticket}" : $"receipt={Uri.EscapeDataString(Number?.ToString() ?? Token!)}";

    /// <summary>Reads what was typed or scanned at a till; <c>null</c> when it is neither.</summary>
    public static SaleSearch? Of(string? text, string till, int epoch)
    {
        if (TicketCode.Read(text ?? "") is { } ticket)
            return new SaleSearch(Ticket: ticket.Payload.Ticket);
        // The token of a points card can spend its points: it goes into no address.
        if (ScannedText.PageToken(text) is { } token && !text!.Contains("/P/", StringComparison.OrdinalIgnoreCase))
            return new SaleSearch(Token: token);
        return ReceiptNumber.Read(text, till, epoch) is { } number ? new SaleSearch(number) : null;
    }

    /// <summary>True for the sale that is looked for.</summary>
    public bool Fits(SaleView sale) => this switch
    {
        { Ticket: { } ticket } => sale.Ticket?.Id == ticket || (sale.Refunds ?? []).Any(refund => refund.Ticket?.Id == ticket),
        { Token: { } token } => ScannedText.PageToken(sale.ReceiptUrl) == token,
        _ => ReceiptNumber.Read(sale.ReceiptNumber) == Number || (sale.Refunds ?? []).Any(refund => ReceiptNumber.Read(refund.SlipNumber) == Number),
    };
}
