using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Invoices;

/// <summary>Invoices as they are filled in: one for all that was kept of a sale, or several that add up to it.</summary>
public sealed class InvoiceDraft
{
    private const int MostParts = 50;

    public InvoiceDraft(Yen kept, string proviso)
    {
        Kept = kept;
        Parts = [new InvoicePart { Proviso = proviso, Amount = kept }];
    }

    /// <summary>What the parts have to add up to.</summary>
    public Yen Kept { get; }

    public IReadOnlyList<InvoicePart> Parts { get; private set; }

    /// <summary>No part may be less than a yen.</summary>
    public int Most => (int)Math.Min(MostParts, Kept.Amount);

    public Yen Sum => Parts.Select(part => part.Amount).Sum();

    /// <summary>Number of the first part that lacks a word or an amount; <c>null</c> for none.</summary>
    public int? Unfinished =>
        Parts.Index().Where(part => !part.Item.Complete).Select(part => (int?)(part.Index + 1)).FirstOrDefault();

    public bool Complete => Sum == Kept && Unfinished is null;

    public InvoiceSetRequest Request => new([.. Parts.Select(part => new InvoiceRequest(part.Addressee.Trim(), part.Proviso.Trim(), part.Amount))]);

    /// <summary>What was kept of a sale: all of it, less what went back.</summary>
    public static Yen KeptOf(SaleView sale) => sale.Total - (sale.Refunds ?? []).Select(refund => refund.Total).Sum();

    /// <summary>Equal parts, the odd yen on the first. Words stay; a new part begins with those of the first.</summary>
    public void Split(int parts)
    {
        parts = Math.Clamp(parts, 1, Most);
        var (each, odd) = Math.DivRem(Kept.Amount, parts);
        Parts = [.. Enumerable.Range(0, parts).Select(at => Part(at, new Yen(at == 0 ? each + odd : each)))];
    }

    private InvoicePart Part(int at, Yen amount)
    {
        var like = Parts[at < Parts.Count ? at : 0];
        return new InvoicePart { Addressee = like.Addressee, Proviso = like.Proviso, Amount = amount };
    }
}

/// <summary>One invoice as it is filled in.</summary>
public sealed class InvoicePart
{
    /// <summary>宛名.</summary>
    public string Addressee { get; set; } = "";

    /// <summary>但し書き, without the words the paper puts around it.</summary>
    public string Proviso { get; set; } = "";

    /// <summary>Tax included.</summary>
    public Yen Amount { get; set; }

    public bool Complete => !string.IsNullOrWhiteSpace(Addressee) && !string.IsNullOrWhiteSpace(Proviso) && Amount > Yen.Zero;
}
