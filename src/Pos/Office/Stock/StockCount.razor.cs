using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Office.Stock;

/// <summary>
/// Walks through the shelf, one product after the other. Each number is saved as it is typed in, so whoever is called away goes on later
/// where they stopped: what was counted today is done.
/// </summary>
public sealed partial class StockCount
{
    private readonly List<(StockItemView Item, long Expected, long Counted)> _differences = [];
    private readonly HashSet<string> _saved = [];
    private StockSender _sender = default!;
    private bool _over;
    private int? _at;
    private long? _counted;

    [Inject]
    public IDevice Device { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Site { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<StockItemView> Items { get; set; } = [];

    [Parameter]
    public EventCallback OnSaved { get; set; }

    private StockItemView? Now => _at is { } at && at < Items.Count ? Items[at] : null;

    private int Done => Items.Count(IsDone);

    private long? Difference => Now is { Level: { } level } && _counted is { } counted ? counted - level : null;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _sender = new StockSender(Api, Time);
        _at = Next(0);
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? FocusAsync() : Task.CompletedTask;

    /// <summary>Whoever counts over again counts everything.</summary>
    private bool IsDone(StockItemView item) => _saved.Contains(item.Product) || (!_over && IsCountedToday(item));

    private bool IsCountedToday(StockItemView item) => item.CountedAt is { } counted && BusinessDate.Of(counted) == Today;

    /// <summary>The first product from here on, then from the beginning, that is not counted today.</summary>
    private int? Next(int from) => Enumerable.Range(from, Items.Count).Select(at => at % Items.Count).Where(at => !IsDone(Items[at])).Cast<int?>().FirstOrDefault();

    private Task GoAsync(int step) => GoToAsync((_at!.Value + step + Items.Count) % Items.Count);

    private Task OverAsync()
    {
        _over = true;
        _saved.Clear();
        return GoToAsync(0);
    }

    private Task GoToAsync(int? at)
    {
        (_at, _counted, Problem) = (at, null, null);
        return FocusAsync();
    }

    private async Task SaveAsync()
    {
        if (Now is not { } item || _counted is not { } counted || Sending)
            return;
        if (!(await SendAsync(() => _sender.SendAsync(Site, new StockMoveRequest(item.Product, StockKind.Counted, (int)counted, default)))).Ok)
            return;
        _differences.RemoveAll(known => known.Item.Product == item.Product);
        if (item.Level is { } expected && expected != counted)
            _differences.Add((item, expected, counted));
        _saved.Add(item.Product);
        var at = _at!.Value;
        await OnSaved.InvokeAsync();
        await GoToAsync(Next(at));
    }

    private async Task FocusAsync()
    {
        if (Now is not null)
            await Device.FocusAsync("counted");
    }

    private string Signed(StockItemView item, long off) => (off > 0 ? "+" : "") + Wording.Amount(item, off);
}
