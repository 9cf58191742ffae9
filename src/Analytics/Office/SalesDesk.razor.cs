using Microsoft.AspNetCore.Components;
using Tourism.Analytics.Contracts;
using Tourism.Kernel;
using Tourism.Pos.Ui.Api;

namespace Tourism.Analytics.Office;

/// <summary>The city's sales by site and hour, as a chart and as the same numbers.</summary>
public sealed partial class SalesDesk
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _gone = new();
    private DateOnly _from;
    private DateOnly _to;
    private int _asked;
    private bool _busy;
    private bool _loading;
    private Problem? _problem;
    private SalesReport? _report;
    private SalesTable _table = default!;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    [Inject]
    public TimeProvider Time { get; set; } = default!;

    protected override Task OnInitializedAsync()
    {
        _from = _to = BusinessDate.Of(Time.UtcMicros());
        return LoadAsync();
    }

    protected override void Leave() => _gone.Cancel();

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
        (_busy, _problem) = (true, null);
        var answer = await Api.GetAsync<SalesReport>(Address, _gone.Token);
        if (mine != _asked)
            return;
        (_busy, _problem) = (false, answer.Problem);
        if (answer.Ok)
            (_report, _table) = (answer.Value, new SalesTable(answer.Value));
    }

    /// <summary>Has the waiting sales taken in and follows that to its end.</summary>
    private async Task LoadNowAsync()
    {
        (_loading, _problem) = (true, null);
        var path = $"/api/v1/analytics/loads/{Guid.CreateVersion7()}";
        var load = await Api.PutAsync<LoadView>(path, ct: _gone.Token);
        while (load is { Ok: true, Value.State: not "done" } && !_gone.IsCancellationRequested)
        {
            await Task.Delay(Pause, Time, _gone.Token);
            load = await Api.GetAsync<LoadView>(path, _gone.Token);
        }

        await LoadAsync();
        (_loading, _problem) = (false, load.Problem ?? _problem);
    }

    private int Sum(Func<SalesCell, int> count) => _report!.Cells.Sum(count);

    private string Address => $"/api/v1/analytics/sales?from={BusinessDate.Text(_from)}&to={BusinessDate.Text(_to)}";

    private string Csv(string encoding) => $"{Address}&format=csv&encoding={encoding}";
}
