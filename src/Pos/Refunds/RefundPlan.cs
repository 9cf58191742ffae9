using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Refunds;

/// <summary>What exactly would go back, and how.</summary>
internal sealed record RefundPlan(
    List<RefundLine> Lines, List<RefundTax> Taxes, List<RefundPart> Tenders, Yen Total, Dictionary<int, int> People)
{
    public static Result<RefundPlan> Of(RefundBooks books, RefundRequest request)
    {
        var left = books.Left.Lines.ToDictionary(line => line.Line);
        var wanted = request.Lines.Count > 0 ? request.Lines : [.. left.Values.Select(line => new RefundLineRequest(line.Line, line.Quantity))];
        if (RefundChecks.Against(wanted, left, books.Sale) is { } wrong)
            return wrong;
        var lines = books.Left.Take(wanted);
        var total = lines.Select(line => line.Amount).Sum();
        if (total != request.Total)
            return new RefundDiffers(request.Total, total);
        var people = books.People(lines);
        var outside = books.Ticket?.Outside ?? 0;
        if (people.Values.Sum() > outside && !request.Override)
            return new AlreadyInside(people.Values.Sum(), outside);
        var parts = books.Left.Allocate(total);
        if (parts.Find(part => part.Rule == ExternalRefund.Never) is { } never)
            return new NeverGivenBack(never.Tender.Terms()!.Name);
        return RefundChecks.Against(request.Slips ?? [], parts) is { } slip ? slip : new RefundPlan(lines, books.Left.Taxes(lines), parts, total, people);
    }
}
