using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Shops;

/// <summary>Which shops were asked to join and how far they are. An owner sees their own.</summary>
public sealed partial class ShopsDesk
{
    private const string Path = "/api/v1/shops";
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<ShopView>? _shops;
    private ShopView? _open;
    private Guid _id;
    private bool _adding;
    private bool _busy;
    private Problem? _problem;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    [Inject]
    public TimeProvider Time { get; set; } = default!;

    /// <summary>Only administrators ask shops to join.</summary>
    [Parameter]
    public bool MayInvite { get; set; }

    /// <summary>Auditors only look.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override void Leave() => _gone.Cancel();

    private async Task LoadAsync()
    {
        var answer = await Api.GetAsync<IReadOnlyList<ShopView>>(Path, _gone.Token);
        _problem = answer.Problem;
        if (!answer.Ok)
            return;
        _shops = answer.Value;
        _open = _shops.FirstOrDefault(shop => shop.Id == _open?.Id) ?? (_shops.Count == 1 && !_adding ? _shops[0] : null);
    }

    private void New() => (_adding, _open, _problem, _id) = (true, null, null, Guid.CreateVersion7(Time.GetUtcNow()));

    private void Choose(ShopView shop) => (_adding, _open, _problem) = (false, shop, null);

    private async Task InviteAsync(ShopInvitationRequest request)
    {
        _busy = true;
        var answer = await Api.PutAsync<ShopView>($"{Path}/{_id}", request, _gone.Token);
        (_busy, _problem) = (false, answer.Problem);
        if (answer.Ok)
            await ChangedAsync(answer.Value);
    }

    private Task ChangedAsync(ShopView shop)
    {
        (_adding, _open) = (false, shop);
        return LoadAsync();
    }

    private string Said(ShopView shop) => shop.OpenedAt is { } opened ? T("shops.opened", BusinessDate.Text(opened))
        : shop.CodeUntil is { } until ? T("shops.code-until", BusinessDate.Text(until)) : T("shops.invited", BusinessDate.Text(shop.InvitedAt));
}
