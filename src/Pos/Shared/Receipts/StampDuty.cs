using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Receipts;

/// <summary>
/// Revenue stamp (収入印紙) on a paper receipt for money received: Stamp Tax Act, table 1, no. 17-1. An electronic receipt never carries one,
/// nor does one made by a city (art. 5). What was paid by card or code is not received money, if the receipt says so.
/// </summary>
public static class StampDuty
{
    private const long Exempt = 50_000;

    /// <summary>Amounts up to which each duty holds; our highest sale lies below the last.</summary>
    private static readonly (long UpTo, long Duty)[] Table = [(1_000_000, 200), (2_000_000, 400), (3_000_000, 600), (5_000_000, 1_000), (10_000_000, 2_000)];

    /// <summary>What a sale counts as received: cash, and external tenders that carry duty like it.</summary>
    /// <param name="sale">The sale.</param>
    public static Yen Received(SaleView sale) =>
        sale.Tenders.Where(tender => tender.Kind == TenderKind.Cash || tender.External is { Duty: true }).Select(tender => tender.Amount).Sum();

    /// <summary>The duty on a paper; zero for none.</summary>
    /// <param name="issuer">Who gives it.</param>
    /// <param name="cash">Received in cash or like it, tax included.</param>
    /// <param name="total">Total of the paper, tax included.</param>
    /// <param name="tax">Tax printed on it; it does not count when it is printed apart (basic circular on the Stamp Tax Act, 24).</param>
    public static Yen Of(IssuerView issuer, Yen cash, Yen total, Yen tax)
    {
        if (issuer.PublicBody || cash <= Yen.Zero)
            return Yen.Zero;
        var printed = issuer.RegistrationNumber is null ? 0 : checked(tax.Amount * cash.Amount / total.Amount);
        var counted = cash.Amount - printed;
        return counted < Exempt ? Yen.Zero : new Yen(Table.First(row => counted <= row.UpTo).Duty);
    }
}
