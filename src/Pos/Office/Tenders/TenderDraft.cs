using Tourism.Kernel;
using Tourism.Pos.Shared.Codes;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Office.Tenders;

/// <summary>An external tender while it is being typed.</summary>
public sealed class TenderDraft
{
    /// <summary>One that exists; <c>null</c> for a new one.</summary>
    public TenderDraft(KeptExternalTenderView? tender)
    {
        if (tender is null)
            return;
        var says = tender.Says;
        (Code, Name, Brand, Acquirer, Order) = (tender.Code, says.Terms.Name, says.Brand, says.Acquirer, says.Order);
        (Fee, Duty, Note, Over, Refund, AsksSlip) = (Percent.Text(says.FeeBasisPoints), says.Terms.Duty, says.Terms.Note ?? Note, says.Terms.Over, says.Refund, says.AsksSlip);
        foreach (var site in says.Sites)
            Sites[site.Site] = new JpqrDraft(site.Jpqr);
    }

    /// <summary>Code; fixed once the tender exists.</summary>
    public string Code { get; set; } = "";

    /// <summary>For people and receipts.</summary>
    public LocalText Name { get; set; } = new("");

    /// <summary>Whose mark customers know.</summary>
    public string Brand { get; set; } = "";

    /// <summary>Who pays the money out.</summary>
    public string Acquirer { get; set; } = "";

    /// <summary>In percent, as typed.</summary>
    public string Fee { get; set; } = "0";

    /// <summary>Place among the ways to pay.</summary>
    public int Order { get; set; }

    /// <summary>Receipts carry stamp duty like those for cash.</summary>
    public bool Duty { get; set; } = true;

    /// <summary>Printed on the receipt.</summary>
    public LocalText Note { get; set; } = new("");

    /// <summary>What becomes of the part above the total.</summary>
    public OverpaidRule Over { get; set; }

    /// <summary>How it goes back.</summary>
    public ExternalRefund Refund { get; set; }

    /// <summary>Staff is asked for the slip's number.</summary>
    public bool AsksSlip { get; set; }

    /// <summary>Sites that take it.</summary>
    public Dictionary<string, JpqrDraft> Sites { get; } = [];

    /// <summary>A site takes it, or does no more.</summary>
    public void Offer(string site, bool offered)
    {
        Sites.Remove(site);
        if (offered)
            Sites[site] = new JpqrDraft(null);
    }

    /// <summary>As it is sent, based on <paramref name="before"/>.</summary>
    public ExternalTenderRequest Request(ExternalTenderRequest? before) => new(
        new ExternalTerms(Name, Duty, string.IsNullOrWhiteSpace(Note.Ja) ? null : Note, Over), Brand, Acquirer, Percent.Read(Fee), Refund,
        [.. Sites.Select(site => new ExternalTenderSite(site.Key, site.Value.Shop))])
    {
        AsksSlip = AsksSlip,
        Order = Order,
        Retired = before?.Retired ?? false,
        Version = before?.Version,
    };
}

/// <summary>A JPQR registration while it is being typed.</summary>
public sealed class JpqrDraft
{
    private readonly Dictionary<string, string> _values = [];

    /// <summary>One that exists; <c>null</c> for none.</summary>
    public JpqrDraft(JpqrShop? shop)
    {
        if (shop is not null)
            (this["id"], this["category"], this["name"], this["city"], this["postal"], this["nameja"]) = (shop.Id, shop.Category, shop.Name, shop.City, shop.Postal, shop.NameJa);
    }

    /// <summary>What is asked for, in this order.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["id", "category", "name", "nameja", "city", "postal"];

    /// <summary>A value as typed.</summary>
    public string this[string field]
    {
        get => _values.GetValueOrDefault(field, "");
        set => _values[field] = value.Trim();
    }

    /// <summary>Something was typed.</summary>
    public bool IsFilled => _values.Values.Any(value => value.Length > 0);

    /// <summary>As it is sent; <c>null</c> while nothing was typed.</summary>
    public JpqrShop? Shop => IsFilled ? new JpqrShop(this["id"], this["category"], this["name"], this["city"], this["postal"], this["nameja"]) : null;
}
