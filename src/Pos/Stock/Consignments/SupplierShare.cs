using Tourism.Kernel;

namespace Tourism.Pos.Stock.Consignments;

/// <summary>
/// What of a line is the supplier's. Illustrative: agreements on consignment differ, and this is the one place to change it. Fractions of a
/// yen are dropped once per line, in the shop's favour, and the share is of what was paid, tax included.
/// </summary>
internal static class SupplierShare
{
    private const int Whole = 100;

    public static Yen Of(Yen paid, int percent) => new(checked(paid.Amount * percent) / Whole);
}
