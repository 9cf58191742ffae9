using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Payments;
using Tourism.Pos.Till.Sales;
using Tourism.Pos.Till.Shown;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Till.Shop;

/// <summary>Takes the money at a shop: type the amount, choose how it is paid.</summary>
public sealed partial class ShopScreen
{
    private readonly Basket _basket = new();
    private TenderKind? _way;
    private HoldView? _hold;
    private bool _releasing;
    private bool _looking;
    private bool _choosing;
    private SplitSum? _split;
    private Yen _received;
    private SaleFlow _flow = default!;

    [Inject]
    public CardReaders Readers { get; set; } = default!;

    [Inject]
    public IServiceProvider Services { get; set; } = default!;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    /// <summary>Till code.</summary>
    [Parameter, EditorRequired]
    public string Till { get; set; } = "";

    [Parameter, EditorRequired]
    public SiteView Site { get; set; } = default!;

    private IEnumerable<ProductView> Amounts => Site.Products.Where(product => product.Kind == ProductKind.Amount);

    /// <summary>What has a price of its own.</summary>
    private IEnumerable<ProductView> Listed => Site.Products.Where(product => product is { Price: not null, Kind: not (ProductKind.Amount or ProductKind.Admission) });

    private IReadOnlyList<ExternalTenderView> Externals => Site.Tenders ?? [];

    private LiveQuote Quote => LiveQuote.Of(Site, Lines);

    private IReadOnlyList<LineRequest> Lines => _basket.Lines(Listed.Concat(Amounts));

    private Yen Total => Quote.Total;

    private Yen Rest => Total - (_hold?.Points.ToYen() ?? Yen.Zero);

    /// <summary>A sale that may have reached the server must not be changed.</summary>
    private bool Locked => _flow.Step != SaleStep.Ringing;

    private bool Payable => !Locked && !_releasing && Quote.View is not null;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _flow = Services.GetRequiredService<SaleFlow>();
        _flow.Changed += Follow;
    }

    /// <summary>Side by side: a counter does not wait for its card readers to sell for cash.</summary>
    protected override Task OnInitializedAsync() => Task.WhenAll(Readers.OpenAsync(Site.Code, Till), _flow.OpenAsync(Till));

    protected override void Leave()
    {
        _flow.Changed -= Follow;
        _flow.Close();
    }

    /// <summary>Points are held for one sale: when a conflict took its name, the card is read again for the next one.</summary>
    private void Follow()
    {
        if (_hold?.Owner != _flow.SaleId)
            _hold = null;
        Redraw();
    }

    private void Choose(TenderKind way) => (_way, _received) = (way, Yen.Zero);

    private async Task Back()
    {
        var given = _hold;
        (_way, _hold, _received) = (null, null, Yen.Zero);
        if (given is null)
            return;
        // Without an answer the hold's own timer finds no sale and gives the points back.
        _releasing = true;
        await Api.PutAsync<HoldView>($"/api/v1/points/holds/{given.Id}/release");
        _releasing = false;
    }

    private void CardUsed(string card)
    {
        if (Presented.Card(card) is { } shown)
            _basket.Show(shown);
    }

    private void Held(HoldView hold) => _hold = hold;

    private Task SellByPhoneAsync() => SellAsync([new TenderRequest(Guid.CreateVersion7(), TenderKind.Qr, Total)]);

    private Task SellByCardAsync()
    {
        _choosing = Readers.Chosen is null;
        return _choosing ? Task.CompletedTask : SellAsync([new TenderRequest(Guid.CreateVersion7(), TenderKind.Card, Total)]);
    }

    private async Task SellByReaderAsync(CardReaderView reader)
    {
        await Readers.ChooseAsync(reader);
        await SellByCardAsync();
    }

    private Task SellForCashAsync() => Locked || _received < Total ? Task.CompletedTask : SellAsync([Cash(Total)]);

    private Task SellForPointsAsync()
    {
        if (_hold is null || Locked || _received < Rest)
            return Task.CompletedTask;
        var points = new TenderRequest(Guid.CreateVersion7(), TenderKind.Points, _hold.Points.ToYen(), Hold: _hold.Id);
        return Rest == Yen.Zero ? SellAsync([points]) : SellAsync([points, Cash(Rest)]);
    }

    private TenderRequest Cash(Yen amount) => new(Guid.CreateVersion7(), TenderKind.Cash, amount, _received);

    private Task SellAsync(IReadOnlyList<TenderRequest> tenders) =>
        _flow.SellAsync(Till, new SaleDraft(Site, Language.Ja, Lines, Quote.View!, tenders) { Visitor = _basket.Visitor });

    private void Next()
    {
        _basket.Renew();
        (_way, _hold, _received, _split) = (null, null, Yen.Zero, null);
        _flow.Next();
    }
}
