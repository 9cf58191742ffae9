using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Stock;

/// <summary>What a supplier gets for some days, line by line, and settling it.</summary>
public sealed partial class StatementPanel
{
    private readonly WriteName _name = new();
    private StatementView? _statement;
    private DateOnly _from;
    private DateOnly _to;

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
        _to = Today;
        _from = new DateOnly(_to.Year, _to.Month, 1);
        return LoadAsync();
    }

    private Task PickAsync(ChangeEventArgs picked, bool first)
    {
        if (BusinessDate.Read(picked.Value as string) is not { } day)
            return Task.CompletedTask;
        (_from, _to) = first ? (day, _to) : (_from, day);
        return LoadAsync();
    }

    private async Task LoadAsync() => _statement = await ReadAsync<StatementView>($"{Path}/statement?{Period}") ?? _statement;

    /// <summary>Pays exactly what is on the screen: when something came in meanwhile, the server says so and the new figures show.</summary>
    private async Task SettleAsync()
    {
        var request = new SettlementRequest(_statement!.From, _statement.To, _statement.Open);
        var answer = await SendAsync(() => Api.PutAsync<SettlementView>($"{Path}/settlements/{_name.For(request)}", request), LoadAsync);
        _name.Answered(answer.Problem);
    }

    private string Csv(string encoding) => $"{Path}/statement.csv?{Period}&encoding={encoding}";
}
