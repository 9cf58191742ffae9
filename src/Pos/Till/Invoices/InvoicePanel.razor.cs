using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Invoices;

/// <summary>Makes out invoices (領収書) for a sale, and shows and prints them.</summary>
public sealed partial class InvoicePanel
{
    private InvoiceFlow _flow = default!;
    private InvoiceDraft _draft = default!;
    private InvoiceStep? _focused;

    [Inject]
    public IServiceProvider Services { get; set; } = default!;

    [Inject]
    public IDevice Device { get; set; } = default!;

    [Parameter, EditorRequired]
    public SaleView Sale { get; set; } = default!;

    /// <summary>Where it was sold: who issues, and for what.</summary>
    [Parameter, EditorRequired]
    public SiteView Site { get; set; } = default!;

    [Parameter]
    public EventCallback OnClosed { get; set; }

    /// <summary>In the paper's language, which need not be the screen's.</summary>
    private string Proviso => Wording.GetIn(
        Sale.Language is null or Language.Ja ? Language.Ja : Language.En, GetType().Assembly, $"invoice.proviso-{Site.Kind.ToString().ToLowerInvariant()}");

    /// <summary>Only invoices that may have arrived are sent again as they are.</summary>
    private EventCallback Retry => _flow.Problem!.MayRepeat ? EventCallback.Factory.Create(this, RetryAsync) : default;

    protected override async Task OnInitializedAsync()
    {
        _draft = new InvoiceDraft(InvoiceDraft.KeptOf(Sale), Proviso);
        _flow = Services.GetRequiredService<InvoiceFlow>();
        _flow.Changed += Redraw;
        await _flow.OpenAsync(Sale.Id);
    }

    protected override void Leave()
    {
        _flow.Changed -= Redraw;
        _flow.Close();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focused == _flow.Step || _flow.Step is not (InvoiceStep.Filling or InvoiceStep.Issued))
            return;
        _focused = _flow.Step;
        await Device.FocusAsync(_flow.Step == InvoiceStep.Issued ? "invoice-print" : "invoice-addressee-1");
    }

    private Task RetryAsync() => _flow.Step == InvoiceStep.Unsent ? _flow.SendAsync() : _flow.LookAsync();

    private void Anew() => _flow.Anew();

    private async Task PrintAsync() => await Device.PrintAsync();
}
