using Microsoft.AspNetCore.Components;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Office.Stock;

/// <summary>Enters what happened to one product, with one hand, and takes wrong entries back.</summary>
public sealed partial class StockEntry
{
    private static readonly (StockKind Kind, string Icon)[] Kinds =
        [(StockKind.Received, "arrive"), (StockKind.Counted, "count"), (StockKind.Wasted, "bin"), (StockKind.MovedOut, "leave")];

    private StockSender _sender = default!;
    private StockKind _kind = StockKind.Received;
    private long? _quantity;
    private long? _mark;
    private string _to = "";
    private string _toProduct = "";
    private string _note = "";
    private IReadOnlyList<StockMoveView>? _moves;
    private StockMoveView? _saved;

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
        _sender = new StockSender(Api, Time);
        _mark = Item.OwnMark;
        return LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && MayEnter)
            await Device.FocusAsync("quantity");
    }

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
        if (!IsWhole || Sending)
            return;
        var moved = _kind == StockKind.MovedOut;
        var note = _kind is StockKind.Wasted or StockKind.MovedOut ? _note.Trim() : "";
        var move = new StockMoveRequest(
            Item.Product, _kind, (int)_quantity!.Value, default, note.Length > 0 ? note : null, moved ? _to : null, moved && _toProduct != Item.Product ? _toProduct : null);
        var answer = await AfterAsync(await SendAsync(() => _sender.SendAsync(Site, move)));
        if (answer.Ok)
            (_saved, _quantity, _note) = (answer.Value, null, "");
        await Device.FocusAsync("quantity");
    }

    private async Task UndoAsync(StockMoveView move)
    {
        _saved = null;
        await AfterAsync(await PutAsync<StockMoveView>($"{Path}/moves/{move.Id}/undo", new { }));
    }

    private async Task MarkAsync() => await AfterAsync(await PutAsync<StockMark>($"{Path}/marks/{Item.Product}", new StockMark((int?)_mark)));

    private async Task<Answer<T>> AfterAsync<T>(Answer<T> answer)
    {
        if (!answer.Ok)
            return answer;
        await LoadAsync();
        await OnSaved.InvokeAsync();
        return answer;
    }

    private async Task LoadAsync() => _moves = (await ReadAsync<StockMovePage>($"{Path}/moves?product={Uri.EscapeDataString(Item.Product)}"))?.Items ?? _moves;

    private string KindName(StockKind kind) => T($"stock.kind-{kind.ToString().ToLowerInvariant()}");

    private string SiteName(string? site) => site is null ? "" : Others.FirstOrDefault(one => one.Code == site) is { } other ? In(other.Name) : site;
}
