using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Sales;

namespace Tourism.Pos.Till.Tills;

/// <summary>Sells admissions: count the people, take the money, hand over the ticket.</summary>
public sealed partial class TillScreen
{
    private readonly Basket _basket = new();
    private string _language = Language.Ja;
    private Yen _received;
    private SaleFlow _flow = default!;
    private LiveQuote _quote = default!;

    [Inject]
    public IServiceProvider Services { get; set; } = default!;

    /// <summary>Till code.</summary>
    [Parameter, EditorRequired]
    public string Till { get; set; } = "";

    [Parameter, EditorRequired]
    public SiteView Site { get; set; } = default!;

    private IEnumerable<ProductView> Admissions => Site.Products.Where(product => product.Kind == ProductKind.Admission);

    /// <summary>A sale that may have reached the server must not be changed.</summary>
    private bool Locked => _flow.Step != SaleStep.Ringing;

    private bool Payable => !Locked && !_basket.IsEmpty && _quote.Fresh && _quote.Problem is null;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _flow = Services.GetRequiredService<SaleFlow>();
        _quote = Services.GetRequiredService<LiveQuote>();
        _flow.Changed += Redraw;
    }

    protected override Task OnInitializedAsync() => _flow.OpenAsync(Till);

    protected override void Leave()
    {
        _flow.Changed -= Redraw;
        _flow.Payment.Stop();
    }

    private async Task CountAsync(ProductView product, int people)
    {
        if (Locked)
            return;
        _basket.Count(product.Code, people);
        _received = Yen.Zero;
        await AskAsync();
    }

    private Task AskAsync() => _quote.AskAsync(Till, _basket.Lines(Admissions));

    private Task SellForCashAsync() => !Payable || _received < _quote.Total
        ? Task.CompletedTask
        : SellAsync(new TenderRequest(Guid.CreateVersion7(), TenderKind.Cash, _quote.Total, _received));

    private Task SellByPhoneAsync() => SellAsync(new TenderRequest(Guid.CreateVersion7(), TenderKind.Qr, _quote.Total));

    private Task SellAsync(TenderRequest tender) =>
        _flow.SellAsync(Till, new SaleDraft(_language, _basket.Lines(Admissions), _quote.Total, [tender]));

    private async Task Next()
    {
        _basket.Clear();
        (_received, _language) = (Yen.Zero, Language.Ja);
        _flow.Next();
        await AskAsync();
    }
}
