using Tourism.Kernel;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Imports;

/// <summary>What a row would do to a product.</summary>
/// <param name="Work">Add, change or nothing.</param>
/// <param name="Price">First day of the price that comes with it; <c>null</c> for none.</param>
internal sealed record RowPlan(RowWork Work, DateOnly? Price);

/// <summary>Compares rows with what is there. The dry run and the import itself ask the same questions, because days may pass in between.</summary>
internal sealed class RowPlanner(Snapshot catalogue, Site site, DateOnly today)
{
    private readonly ProductChecks _checks = new(catalogue, today, site.Code);

    public Result<RowPlan> Plan(SheetProduct row, Product? known)
    {
        var before = known?.Says();
        if (_checks.Check(row.Code, row.Says, before) is { } wrong)
            return wrong;
        var price = Price(row, known);
        if (!price.Ok)
            return price.Failure;
        var work = before is null ? RowWork.Add : before.IsSame(row.Says) && price.Value is null ? RowWork.Nothing : RowWork.Change;
        return new RowPlan(work, price.Value);
    }

    private Result<DateOnly?> Price(SheetProduct row, Product? known)
    {
        if (row.Yen is not { } yen)
            return known is null && row.Says.Kind is not (ProductKind.Amount or ProductKind.Admission) ? new PriceMissing() : (DateOnly?)null;
        var now = known?.PriceOn(today);
        if (row.From is null && now == yen)
            return (DateOnly?)null;
        if (row.From is null && now is { } present)
            return new PriceDayMissing(present);
        var from = row.From ?? today;
        if (known?.Prices.Find(price => price.From == from) is { } there)
            return there.Amount == yen ? (DateOnly?)null : new PriceStands(from, there.Amount);
        return PriceChecks.Check(site, known ?? row.Says.ToProduct(row.Code, 0), from, new PriceRequest(yen), today) is { } wrong ? wrong : from;
    }
}
