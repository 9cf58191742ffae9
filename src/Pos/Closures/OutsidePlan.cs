using Tourism.Pos.Admissions;
using Tourism.Pos.Refunds;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Closures;

/// <summary>
/// What is given back for the people of a party who did not get in. Nobody noted which of them went in, so those inside count as the
/// cheapest of the party: nobody outside gets back less than they paid.
/// </summary>
internal static class OutsidePlan
{
    public static List<RefundLine> Lines(RefundBooks books, Ticket ticket) => books.Left.Take(Wanted(books, ticket));

    public static IReadOnlyList<RefundLineRequest> Wanted(RefundBooks books, Ticket ticket)
    {
        var outside = ticket.Outside;
        var wanted = new List<RefundLineRequest>();
        foreach (var line in books.Left.Lines.Where(line => books.Admits(line.Line)).OrderByDescending(line => line.Amount.Amount / line.Quantity))
        {
            var people = Math.Min(outside, line.Quantity);
            outside -= people;
            if (people > 0)
                wanted.Add(new RefundLineRequest(line.Line, people));
        }

        return wanted;
    }
}
