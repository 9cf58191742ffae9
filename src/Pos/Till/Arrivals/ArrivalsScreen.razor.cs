using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Arrivals;

/// <summary>Waits for what visitors pay by the sticker: sounds, shows amount and number, and lets staff say what tax it was at.</summary>
public sealed partial class ArrivalsScreen
{
    private readonly WriteName _name = new();
    private bool _awake;

    [Inject]
    public ArrivalWatch Watch { get; set; } = default!;

    [Inject]
    public IDevice Device { get; set; } = default!;

    /// <summary>Site code.</summary>
    [Parameter, EditorRequired]
    public string Site { get; set; } = "";

    private IReadOnlyList<TaxClassView> TaxClasses => Watch.Known.Day?.TaxClasses ?? [];

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Watch.Changed += Redraw;
        _ = Watch.RunAsync(Site, Gone);
    }

    protected override void Leave()
    {
        base.Leave();
        Watch.Changed -= Redraw;
        _ = Device.StayAwakeAsync(wanted: false).AsTask();
    }

    /// <summary>Browsers let a page sound and keep the screen on only after a tap.</summary>
    private async Task StartAsync()
    {
        _awake = await Device.StayAwakeAsync(wanted: true);
        await Device.SoundAsync(good: true);
        await Watch.AttendAsync();
    }

    private async Task ChangeAsync(ArrivalView sale, string taxClass)
    {
        var request = new TaxChangeRequest(taxClass);
        var answer = await PutAsync<ArrivalView>($"/api/v1/sales/{sale.Sale}/tax/{_name.For((sale.Sale, taxClass))}", request);
        _name.Answered(answer.Problem);
        if (answer.Ok)
            Watch.Replace(answer.Value);
    }

    private string Clock(ArrivalView sale) => sale.Day == Watch.Known.Day?.Day ? $"{BusinessDate.Local(sale.PaidAt):HH:mm:ss}" : BusinessDate.Text(sale.PaidAt);
}
