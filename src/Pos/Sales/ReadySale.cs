using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Sales;

/// <summary>A sale that was priced and checked outside any transaction: all that is left is to write it.</summary>
/// <param name="Id">The till's name for it.</param>
/// <param name="Hash">Of the request.</param>
/// <param name="Request">As sent.</param>
/// <param name="By">Who sold it, and on which device.</param>
/// <param name="Catalogue">What it was checked against.</param>
/// <param name="Site">Where it was sold.</param>
/// <param name="Charged">What stands on the receipt.</param>
/// <param name="ServerTotal">What the server would have charged, when that differs and is known.</param>
/// <param name="Handed">The ticket the till handed over, if it is good.</param>
/// <param name="Unfit">A ticket that the till did sign but that is not this sale's: gates must not take it for one whose sale is on its way.</param>
/// <param name="Uncovered">Holds that are not good for this sale.</param>
/// <param name="Doubts">What a supervisor must look at.</param>
internal sealed record ReadySale(
    Guid Id, string Hash, SaleRequest Request, Actor By, Snapshot Catalogue, Site Site, QuoteView Charged, Yen? ServerTotal, TicketCode? Handed, TicketCode? Unfit,
    IReadOnlyList<Guid> Uncovered, IReadOnlyList<Doubt> Doubts) : IGroupCommand
{
    public ReceiptNumber Receipt => new(Request.Till, Request.Epoch, Request.Number);

    /// <summary>Whether it must be recorded even where another sale would be refused.</summary>
    public bool HasHappened => SaleChecks.HasHappened(Request);

    public IEnumerable<Guid> Holds => Request.Tenders.Select(tender => tender.Hold).OfType<Guid>();
}
