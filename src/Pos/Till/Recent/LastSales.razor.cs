using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Papers;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;
using Tourism.Pos.Ui.Outbox;

namespace Tourism.Pos.Till.Recent;

/// <summary>What this till sold last: show the ticket again, print again, give money back.</summary>
public sealed partial class LastSales
{
    private IReadOnlyList<RecentSale> _sales = [];
    private RecentSale? _open;
    private Problem? _problem;
    private bool _refunding;
    private bool _invoicing;
    private bool _found;

    [Inject]
    public IServiceProvider Services { get; set; } = default!;

    [Inject]
    public IDevice Device { get; set; } = default!;

    [Inject]
    public FactOutbox Outbox { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Till { get; set; } = "";

    [Parameter, EditorRequired]
    public SiteView Site { get; set; } = default!;

    [Parameter]
    public EventCallback OnBack { get; set; }

    /// <summary>The series that the newest number is from.</summary>
    private int Epoch => _sales.Select(sale => ReceiptNumber.Read(sale.Summary.ReceiptNumber)).FirstOrDefault(number => number?.Till == Till)?.Epoch ?? 1;

    private PaperWidth Width => Services.GetRequiredService<PaperWidth>();

    private RecentSales Recent => Services.GetRequiredService<RecentSales>();

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        Take(await Recent.KnownAsync(Till));
        StateHasChanged();
        var answer = await Recent.AskAsync(Till, _sales);
        _problem = answer.Problem;
        if (answer.Ok)
            Take(answer.Value);
        await AskAsync();
    }

    /// <summary>Shows what this device knows of the open sale until the server has told the rest.</summary>
    private async Task AskAsync()
    {
        StateHasChanged();
        if (_open is not { Recorded: true } open)
            return;
        var answer = await Recent.AskAsync(open.Summary.Id);
        if (_open?.Summary.Id != open.Summary.Id)
            return;
        _problem = answer.Problem;
        if (answer.Ok)
            _open = open with { Sale = answer.Value };
    }

    /// <summary>A sale that was looked for stays open though it is not among the last ones.</summary>
    private void Take(IReadOnlyList<RecentSale> sales)
    {
        _sales = sales;
        _open = sales.FirstOrDefault(item => item.Summary.Id == _open?.Summary.Id) ?? (_found ? _open : sales.Count > 0 ? sales[0] : null);
    }

    private Task OpenAsync(RecentSale sale)
    {
        (_open, _refunding, _invoicing) = (sale, false, false);
        _found = _sales.All(item => item.Summary.Id != sale.Summary.Id);
        return AskAsync();
    }

    private async Task AgainAsync(KeptFact fact)
    {
        await Outbox.AgainAsync(fact);
        await LoadAsync();
    }

    private async Task RefundedAsync()
    {
        _refunding = false;
        await LoadAsync();
    }

    private string Mark(RecentSale item) => item switch
    {
        { Fact.State: FactState.NeedsAttention } => T("recent.mark-attention"),
        { Recorded: false } => T("recent.mark-waits"),
        { Summary.State: not SaleState.Completed } => T("recent.mark-unpaid"),
        { Summary.Refunded.Amount: > 0 } => T("recent.mark-refunded"),
        _ => "",
    };

    private async Task PrintAsync() => await Device.PrintAsync();
}
