using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Stock;

/// <summary>What a supplier gets for some days, line by line, and settling it.</summary>
public sealed partial class StatementPanel
{
    private readonly CancellationTokenSource _gone = new();
    private readonly WriteName _name = new();
    private StatementView? _statement;
    private DateOnly _from;
    private DateOnly _to;
    private bool _busy;
    private Problem? _problem;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    [Inject]
    public TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Site { get; set; } = "";

    [Parameter, EditorRequired]
    public string Supplier { get; set; } = "";

    [Parameter]
    public bool MayChange { get; set; }

    private string Path => $"/api/v1/sites/{Site}/suppliers/{Supplier}";

    private string Period => $"from={BusinessDate.Text(_from)}&to={BusinessDate.Text(_to)}";

    protected override Task OnInitializedAsync()
    {
        _to = BusinessDate.Of(Time.UtcMicros());
        _from = new DateOnly(_to.Year, _to.Month, 1);
        return LoadAsync();
    }

    protected override void Leave() => _gone.Cancel();

    private Task PickAsync(ChangeEventArgs picked, bool first)
    {
        if (BusinessDate.Read(picked.Value as string) is not { } day)
            return Task.CompletedTask;
        (_from, _to) = first ? (day, _to) : (_from, day);
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var answer = await Api.GetAsync<StatementView>($"{Path}/statement?{Period}", _gone.Token);
        _problem = answer.Problem;
        if (answer.Ok)
            _statement = answer.Value;
    }

    /// <summary>Pays exactly what is on the screen: when something came in meanwhile, the server says so and the new figures show.</summary>
    private async Task SettleAsync()
    {
        _busy = true;
        var request = new SettlementRequest(_statement!.From, _statement.To, _statement.Open);
        var answer = await Api.PutAsync<SettlementView>($"{Path}/settlements/{_name.For(request)}", request, _gone.Token);
        _name.Answered(answer.Problem);
        await LoadAsync();
        (_busy, _problem) = (false, answer.Problem ?? _problem);
    }

    private string Csv(string encoding) => $"{Path}/statement.csv?{Period}&encoding={encoding}";
}
