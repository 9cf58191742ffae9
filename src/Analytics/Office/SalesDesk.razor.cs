using Microsoft.AspNetCore.Components;
using Tourism.Analytics.Contracts;
using Tourism.Kernel;

namespace Tourism.Analytics.Office;

/// <summary>The city's sales by site and hour, as a chart and as the same numbers.</summary>
public sealed partial class SalesDesk
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private DateOnly _from;
    private DateOnly _to;
    private int _asked;
    private bool _loading;
    private SalesReport? _report;
    private SalesTable _table = default!;

    protected override Task OnInitializedAsync()
    {
        _from = _to = Today;
        return LoadAsync();
    }

    private Task PickAsync(ChangeEventArgs picked, DateOnly other, bool from)
    {
        if (BusinessDate.Read(picked.Value as string) is not { } day)
            return Task.CompletedTask;
        (_from, _to) = from ? (day, day > other ? day : other) : (day < other ? day : other, day);
        return LoadAsync();
    }

    /// <summary>Only the latest question counts: dates may be changed faster than they are answered.</summary>
    private async Task LoadAsync()
    {
        var mine = ++_asked;
        (Sending, Problem) = (true, null);
        var answer = await Api.GetAsync<SalesReport>(Address, Gone);
        if (mine != _asked)
            return;
        (Sending, Problem) = (false, answer.Problem);
        if (answer.Ok)
            (_report, _table) = (answer.Value, new SalesTable(answer.Value));
    }

    /// <summary>Has the waiting sales taken in and follows that to its end.</summary>
    private async Task LoadNowAsync()
    {
        (_loading, Problem) = (true, null);
        var path = $"/api/v1/analytics/loads/{Guid.CreateVersion7()}";
        var load = await Api.PutAsync<LoadView>(path, ct: Gone);
        while (load is { Ok: true, Value.State: not "done" } && await WaitAsync(Pause))
            load = await Api.GetAsync<LoadView>(path, Gone);

        await LoadAsync();
        (_loading, Problem) = (false, load.Problem ?? Problem);
    }

    private int Sum(Func<SalesCell, int> count) => _report!.Cells.Sum(count);

    private string Address => $"/api/v1/analytics/sales?from={BusinessDate.Text(_from)}&to={BusinessDate.Text(_to)}";

    private string Csv(string encoding) => $"{Address}&format=csv&encoding={encoding}";
}
