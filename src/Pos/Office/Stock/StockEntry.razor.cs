using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Office.Stock;

/// <summary>Enters what happened to one product, with one hand, and takes wrong entries back.</summary>
public sealed partial class StockEntry
{
    private static readonly (StockKind Kind, string Icon)[] Kinds =
        [(StockKind.Received, "arrive"), (StockKind.Counted, "count"), (StockKind.Wasted, "bin"), (StockKind.MovedOut, "leave")];

    private readonly CancellationTokenSource _gone = new();
    private StockSender _sender = default!;
    private StockKind _kind = StockKind.Received;
    private long? _quantity;
    private long? _mark;
    private string _to = "";
    private string _toProduct = "";
    private string _note = "";
    private IReadOnlyList<StockMoveView>? _moves;
    private StockMoveView? _saved;
    private bool _busy;
    private Problem? _problem;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    [Inject]
    public TimeProvider Time { get; set; } = default!;

    [Inject]
    public IDevice Device { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Site { get; set; } = "";

    [Parameter, EditorRequired]
    public StockItemView Item { get; set; } = default!;

    /// <summary>Sites that goods may go to.</summary>
    [Parameter]
    public IReadOnlyList<SiteView> Others { get; set; } = [];

    [Parameter]
    public bool MayEnter { get; set; }

    [Parameter]
    public bool MayRule { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Parameter]
    public EventCallback OnBack { get; set; }

    private string Path => $"/api/v1/sites/{Site}/stock";

    private bool IsWhole => _quantity is { } quantity && (quantity > 0 || _kind == StockKind.Counted) && (_kind != StockKind.MovedOut || (_to.Length > 0 && _toProduct.Length > 0));

    protected override Task OnInitializedAsync()
    {
        _sender = new StockSender(Api, Time, _gone.Token);
        _mark = Item.OwnMark;
        return LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && MayEnter)
            await Device.FocusAsync("quantity");
    }

    protected override void Leave() => _gone.Cancel();

    private void Choose(StockKind kind) => (_kind, _saved) = (kind, null);

    private void Type(long? quantity) => (_quantity, _saved) = (quantity, null);

    /// <summary>The same code there is most likely the same thing.</summary>
    private void Send(string to)
    {
        _to = to;
        _toProduct = ThereFor(to).FirstOrDefault(product => product.Code == Item.Product)?.Code ?? "";
    }

    private IEnumerable<ProductView> ThereFor(string to) =>
        Others.FirstOrDefault(site => site.Code == to)?.Products.Where(product => product.Kind == (Item.Weighed ? ProductKind.Weighed : ProductKind.Goods)) ?? [];

    private async Task SaveAsync()
    {
        if (!IsWhole || _busy)
            return;
        _busy = true;
        var moved = _kind == StockKind.MovedOut;
        var note = _kind is StockKind.Wasted or StockKind.MovedOut ? _note.Trim() : "";
        var answer = await _sender.SendAsync(Site, new StockMoveRequest(
            Item.Product, _kind, (int)_quantity!.Value, default, note.Length > 0 ? note : null, moved ? _to : null, moved && _toProduct != Item.Product ? _toProduct : null));
        await AfterAsync(answer);
        if (answer.Ok)
            (_saved, _quantity, _note) = (answer.Value, null, "");
        await Device.FocusAsync("quantity");
    }

    private async Task UndoAsync(StockMoveView move)
    {
        (_busy, _saved) = (true, null);
        await AfterAsync(await Api.PutAsync<StockMoveView>($"{Path}/moves/{move.Id}/undo", new { }, _gone.Token));
    }

    private async Task MarkAsync()
    {
        _busy = true;
        await AfterAsync(await Api.PutAsync<StockMark>($"{Path}/marks/{Item.Product}", new StockMark((int?)_mark), _gone.Token));
    }

    private async Task AfterAsync<T>(Answer<T> answer)
    {
        (_busy, _problem) = (false, answer.Problem);
        if (!answer.Ok)
            return;
        await LoadAsync();
        await OnSaved.InvokeAsync();
    }

    private async Task LoadAsync()
    {
        var answer = await Api.GetAsync<StockMovePage>($"{Path}/moves?product={Uri.EscapeDataString(Item.Product)}", _gone.Token);
        if (answer.Ok)
            _moves = answer.Value.Items;
        else
            _problem = answer.Problem;
    }

    private string KindName(StockKind kind) => T($"stock.kind-{kind.ToString().ToLowerInvariant()}");

    private string SiteName(string? site) => site is null ? "" : Others.FirstOrDefault(one => one.Code == site) is { } other ? In(other.Name) : site;
}
