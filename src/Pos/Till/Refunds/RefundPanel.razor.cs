using Microsoft.AspNetCore.Components;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Refunds;

/// <summary>Takes back all of a sale, or some of its people.</summary>
public sealed partial class RefundPanel
{
    private static readonly string[] Reasons = ["mistake", "ill", "weather", "closed", "other"];
    private readonly Dictionary<int, int> _quantities = [];
    private readonly Dictionary<Guid, string> _slips = [];
    private string _reason = Reasons[0];
    private bool _override;
    private RefundFlow _flow = default!;

    [Inject]
    public IServiceProvider Services { get; set; } = default!;

    [Inject]
    public IDevice Device { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Till { get; set; } = "";

    [Parameter, EditorRequired]
    public SaleView Sale { get; set; } = default!;

    [Parameter, EditorRequired]
    public IssuerView Issuer { get; set; } = default!;

    [Parameter]
    public EventCallback OnClosed { get; set; }

    private bool Locked => _flow.Busy || _flow.Unsent;

    private RefundChoice Choice => new(_quantities, T($"refund.reason-{_reason}"), _override, _slips);

    /// <summary>Only a refund that may have arrived is sent again as it is.</summary>
    private EventCallback Retry => _flow.Unsent ? EventCallback.Factory.Create(this, _flow.RetryAsync) : default;

    protected override async Task OnInitializedAsync()
    {
        _flow = Services.GetRequiredService<RefundFlow>();
        await _flow.OpenAsync(Sale.Id);
        foreach (var line in _flow.Left?.Lines ?? [])
            _quantities[line.Line] = line.Quantity;
    }

    private void Count(RefundableLineView line, int people)
    {
        if (!Locked)
            _quantities[line.Line] = Math.Min(people, line.Quantity);
    }

    private Task GiveAsync() => _flow.RefundAsync(Till, Sale.Id, Choice);

    private async Task LeaveAsync()
    {
        await _flow.LeaveAsync();
        await OnClosed.InvokeAsync();
    }

    private async Task PrintAsync() => await Device.PrintAsync();
}
