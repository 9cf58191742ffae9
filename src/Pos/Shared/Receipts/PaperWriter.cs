using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Receipts;

/// <summary>Writes the parts that receipts, invoices and return slips share, in one language.</summary>
internal sealed class PaperWriter(string language)
{
    private static readonly Texts Texts = Texts.Load(typeof(PaperWriter).Assembly, "receipt");
    private readonly List<PaperLine> _lines = [];

    public Paper Paper => new(language, _lines);

    public string Text(string key, params object[] values) => Texts.Get(language, key, values);

    public string Money(Yen amount) => Text("yen", amount);

    public string In(LocalText text) => text.In(language);

    public PaperWriter Add(PaperStyle style, string left = "", string? right = null)
    {
        _lines.Add(new PaperLine(style, left, right));
        return this;
    }

    public PaperWriter Pair(string left, Yen amount) => Add(PaperStyle.Plain, left, Money(amount));

    /// <summary>What it is, and whether it is real and the first.</summary>
    public PaperWriter Head(string title, PaperMarks marks)
    {
        if (marks.Mode is { } mode)
            Add(PaperStyle.Centre, $"*** {Text(mode)} ***");
        Add(PaperStyle.Title, Text(title));
        return marks.Reprint ? Add(PaperStyle.Centre, $"({Text("reprint")})") : this;
    }

    public PaperWriter Issuer(IssuerView issuer)
    {
        Add(PaperStyle.Centre, In(issuer.Name));
        if (issuer.RegistrationNumber is { } number)
            Add(PaperStyle.Centre, Text("registration", number));
        if (issuer.Address is { } address)
            Add(PaperStyle.Centre, address);
        return issuer.Phone is { } phone ? Add(PaperStyle.Centre, Text("phone", phone)) : this;
    }

    /// <summary>Totals and tax of every rate; an exempt business shows no tax, because it passes none on (Act art. 57-4).</summary>
    public PaperWriter Taxes(IssuerView issuer, IReadOnlyList<TaxView> taxes)
    {
        if (issuer.RegistrationNumber is null)
            return this;
        foreach (var tax in taxes)
        {
            Pair(Text("rate", tax.Percent), tax.Total);
            Add(PaperStyle.Under, Text("tax", tax.Percent), Money(tax.Tax));
        }

        return taxes.Any(tax => IsReduced(tax.Percent)) ? Add(PaperStyle.Plain, Text("reduced")) : this;
    }

    /// <summary>How it was paid, by the name the tender had then.</summary>
    public PaperWriter Tender(TenderView? tender, TenderKind kind, Yen amount, string? slip)
    {
        Pair(kind == TenderKind.External && tender?.External is { } external ? In(external.Name) : Text(kind.ToString().ToLowerInvariant()), amount);
        return slip is null ? this : Add(PaperStyle.Under, Text("slip", slip));
    }

    /// <summary>What frees the paper of a stamp only because it says so.</summary>
    public PaperWriter NoCash(SaleView sale)
    {
        if (sale.Tenders.Any(tender => tender.Kind.IsThroughProvider()))
            Add(PaperStyle.Plain, Text("electronic"));
        foreach (var note in sale.Tenders.Select(tender => tender.External?.Note).OfType<LocalText>().Distinct())
            Add(PaperStyle.Plain, In(note));
        return this;
    }

    public PaperWriter Stamp(Yen duty) => duty > Yen.Zero ? Add(PaperStyle.Stamp, Text("stamp", Money(duty))) : this;

    /// <summary>The mark of goods at the reduced rate (Act art. 57-4-2, item 3).</summary>
    public static string Marked(int percent, string name) => IsReduced(percent) ? "※" + name : name;

    private static bool IsReduced(int percent) => percent == 8;
}

/// <summary>What makes a paper something else than the first real one.</summary>
/// <param name="Reprint">Given before.</param>
/// <param name="Mode">demo or training; <c>null</c> in production.</param>
public sealed record PaperMarks(bool Reprint = false, string? Mode = null);
