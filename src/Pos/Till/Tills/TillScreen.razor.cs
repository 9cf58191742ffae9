using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Payments;
using Tourism.Pos.Till.Sales;

namespace Tourism.Pos.Till.Tills;

/// <summary>Sells admissions: count the people, take the money, hand over the ticket.</summary>
public sealed partial class TillScreen
{
    private const string FullPrice = "none";
    private static readonly string[] Origins = ["JP", "KR", "TW", "CN", "HK", "US", "other"];
    private readonly Basket _basket = new();
    private string _language = Language.Ja;
    private string? _origin;
    private string _reduction = FullPrice;
    private Yen _received;
    private bool _looking;
    private bool _choosing;
    private SplitSum? _split;
    private SaleFlow _flow = default!;

    [Inject]
    public CardReaders Readers { get; set; } = default!;

    [Inject]
    public IServiceProvider Services { get; set; } = default!;

    /// <summary>Till code.</summary>
    [Parameter, EditorRequired]
    public string Till { get; set; } = "";

    [Parameter, EditorRequired]
    public SiteView Site { get; set; } = default!;

    private IReadOnlyList<ExternalTenderView> Externals => Site.Tenders ?? [];

    private LiveQuote Quote => LiveQuote.Of(Site, Lines, Terms);

    private IReadOnlyList<LineRequest> Lines => _basket.Lines(Keys);

    /// <summary>Everything that is counted; admissions come first.</summary>
    private IEnumerable<ProductView> Keys => Site.Products
        .Where(product => product is { Price: not null, Kind: not (ProductKind.Weighed or ProductKind.Amount) })
        .OrderBy(product => product.Kind != ProductKind.Admission);

    private IReadOnlyList<string> Reductions => Site.Tariff is { Reductions: { Count: > 0 } known } ? [FullPrice, .. known.Select(reduction => reduction.Code)] : [];

    /// <summary>A tier that the people no longer reach is no longer chosen.</summary>
    private BasketTerms? Terms => _basket.Terms is { Tier: { } tier } terms && tier > _basket.Pieces
        ? terms.SchoolTrip ? new BasketTerms(true) : null
        : _basket.Terms;

    /// <summary>A sale that may have reached the server must not be changed.</summary>
    private bool Locked => _flow.Step != SaleStep.Ringing;

    private bool Payable => !Locked && Quote.View is not null && !Keys.Any(product => Shut(product) && Lines.Any(line => line.Product == product.Code));

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _flow = Services.GetRequiredService<SaleFlow>();
        _flow.Changed += Redraw;
    }

    /// <summary>Side by side: a counter does not wait for its card readers to sell for cash.</summary>
    protected override Task OnInitializedAsync() => Task.WhenAll(Readers.OpenAsync(Site.Code, Till), _flow.OpenAsync(Till));

    protected override void Leave()
    {
        _flow.Changed -= Redraw;
        _flow.Close();
    }

    /// <summary>A closed site admits nobody; what else it sells, it sells.</summary>
    private bool Shut(ProductView product) => Site.Closure is not null && product.Kind == ProductKind.Admission;

    private string? ReductionFor(ProductView product) =>
        product.Kind == ProductKind.Admission && Site.Tariff?.Reductions.FirstOrDefault(reduction => reduction.Code == _reduction) is { } chosen
        && (chosen.Products.Count == 0 || chosen.Products.Contains(product.Code)) ? chosen.Code : null;

    private string ReductionName(string code) => code == FullPrice ? T("till.full-price") : In(Site.Tariff!.Reductions.First(reduction => reduction.Code == code).Name);

    private string? ReductionCount(string code) => code != FullPrice && _basket.ReducedBy(code) is > 0 and var people ? $"{people}" : null;

    private LineView? LineOf(ProductView product) =>
        Quote.View?.Lines.FirstOrDefault(line => line.Product == product.Code && line.Reduction == ReductionFor(product));

    private void Count(ProductView product, int people)
    {
        if (Locked)
            return;
        _basket.Count(product.Code, people, ReductionFor(product));
        _received = Yen.Zero;
    }

    private void Undo()
    {
        _basket.Undo();
        _received = Yen.Zero;
    }

    private void Clear()
    {
        _basket.Clear();
        _received = Yen.Zero;
    }

    /// <summary>A second tap takes it back.</summary>
    private void From(string origin) => _origin = origin == _origin ? null : origin;

    private Task SellForCashAsync() => !Payable || _received < Quote.Total
        ? Task.CompletedTask
        : SellAsync([new TenderRequest(Guid.CreateVersion7(), TenderKind.Cash, Quote.Total, _received)]);

    private Task SellByPhoneAsync() => SellAsync([new TenderRequest(Guid.CreateVersion7(), TenderKind.Qr, Quote.Total)]);

    private Task SellByCardAsync()
    {
        _choosing = Readers.Chosen is null;
        return _choosing ? Task.CompletedTask : SellAsync([new TenderRequest(Guid.CreateVersion7(), TenderKind.Card, Quote.Total)]);
    }

    private async Task SellByReaderAsync(CardReaderView reader)
    {
        await Readers.ChooseAsync(reader);
        await SellByCardAsync();
    }

    private Task SellAsync(IReadOnlyList<TenderRequest> tenders) =>
        _flow.SellAsync(Till, new SaleDraft(Site, _language, Lines, Quote.View!, tenders, Terms, _origin is "other" ? null : _origin) { Visitor = _basket.Visitor });

    private void Next()
    {
        _basket.Renew();
        (_received, _language, _origin, _reduction, _split) = (Yen.Zero, Language.Ja, null, FullPrice, null);
        _flow.Next();
    }
}
