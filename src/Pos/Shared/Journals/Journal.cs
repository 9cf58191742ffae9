using System.Security.Cryptography;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Journals;

/// <summary>
/// The chain that ties a till's receipts together: changing, dropping or swapping one breaks every hash after it. Words that a person
/// typed and a visitor's token stay outside the hashed bytes, so that erasing them leaves the chain whole.
/// </summary>
public static class Journal
{
    private const long Version = 1;
    private const long SaleEntry = 1;
    private const long RefundEntry = 2;

    /// <summary>What the first link of an epoch follows: 64 hex digits.</summary>
    public static string Start(Guid epoch)
    {
        Span<byte> id = stackalloc byte[16];
        epoch.TryWriteBytes(id, bigEndian: true, out _);
        return Convert.ToHexStringLower(SHA256.HashData(id));
    }

    /// <summary>The hash after <paramref name="previous"/> for a sale as it is sent, whatever its own <see cref="SaleRequest.Journal"/> says.</summary>
    /// <param name="previous">64 hex digits.</param>
    /// <param name="id">The sale.</param>
    /// <param name="sale">As sent.</param>
    public static string Next(string previous, Guid id, SaleRequest sale) => Hash(previous, Bytes(id, sale));

    /// <summary>The hash after <paramref name="previous"/> for a refund as it is sent.</summary>
    /// <param name="previous">64 hex digits.</param>
    /// <param name="sale">The refunded sale.</param>
    /// <param name="id">The refund.</param>
    /// <param name="refund">As sent.</param>
    public static string Next(string previous, Guid sale, Guid id, RefundRequest refund) => Hash(previous, Bytes(sale, id, refund));

    private static string Hash(string previous, byte[] bytes) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(previous), .. bytes]));

    private static byte[] Bytes(Guid id, SaleRequest sale) => new CanonicalBytes()
        .Add(Version).Add(SaleEntry).Add(id)
        .Add(sale.Till).Add(sale.Epoch).Add(sale.Number).Add(sale.OccurredAt).Add(sale.Language).Add(sale.Total)
        .AddAll(sale.Lines, Line).AddAll(sale.Tenders, Tender)
        .Add(sale.Terms, Terms).Add(sale.Charged, Charged).Add(sale.Ticket, Text)
        .ToArray();

    private static byte[] Bytes(Guid sale, Guid id, RefundRequest refund) => new CanonicalBytes()
        .Add(Version).Add(RefundEntry).Add(sale).Add(id)
        .Add(refund.Till).Add(refund.Epoch).Add(refund.Number).Add(refund.OccurredAt).Add(refund.Total).Add(refund.Override ? 1 : 0)
        .AddAll(refund.Lines, (bytes, line) => bytes.Add(line.Line).Add(line.Quantity))
        .Add(refund.Ticket, Text)
        .AddSome(refund.Slips?.OrderBy(slip => slip.Tender), (bytes, slip) => bytes.Add(slip.Tender).Add(slip.Slip))
        .ToArray();

    private static void Line(CanonicalBytes bytes, LineRequest line) => bytes
        .Add(line.Product).Add(line.Quantity).Add(line.Amount, Money).Add(line.Reduction, Text)
        .Add(line.Weighing, (inner, weighing) => inner.Add(weighing.GrossGrams).Add(weighing.TareGrams).Add(weighing.Scale, Text))
        .Add(line.EatIn ? 1 : 0);

    /// <summary>What came later stands at the end and only where it is: the bytes of older entries stay as they were.</summary>
    private static void Tender(CanonicalBytes bytes, TenderRequest tender)
    {
        bytes.Add(tender.Id).Add(tender.Kind.ToString()).Add(tender.Amount).Add(tender.Received, Money).Add(tender.Hold, (inner, hold) => inner.Add(hold));
        if (tender.Kind == TenderKind.External)
            bytes.Add(tender.External, Text).Add(tender.Slip, Text);
    }

    private static void Terms(CanonicalBytes bytes, BasketTerms terms) => bytes
        .Add(terms.SchoolTrip ? 1 : 0).Add(terms.Tier, (inner, tier) => inner.Add(tier)).Add(terms.Discount, Money);

    private static void Charged(CanonicalBytes bytes, ChargedBasket charged) => bytes
        .AddAll(charged.Lines, (inner, line) => inner.Add(line.Name.Ja).Add(line.UnitPrice, Money).Add(line.Amount).Add(line.TaxPercent))
        .AddAll(charged.Taxes, (inner, tax) => inner.Add(tax.Percent).Add(tax.Total).Add(tax.Tax).Add(tax.Discount))
        .Add(charged.Discount);

    private static void Text(CanonicalBytes bytes, string text) => bytes.Add(text);

    private static void Money(CanonicalBytes bytes, Yen amount) => bytes.Add(amount);
}
