using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Office.Shops;

/// <summary>Which shops were asked to join and how far they are. An owner sees their own.</summary>
public sealed partial class ShopsDesk
{
    private const string Path = "/api/v1/shops";
    private IReadOnlyList<ShopView>? _shops;
    private ShopView? _open;
    private Guid _id;
    private bool _adding;

    /// <summary>Only administrators ask shops to join.</summary>
    [Parameter]
    public bool MayInvite { get; set; }

    /// <summary>Auditors only look.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        if (await ReadAsync<IReadOnlyList<ShopView>>(Path) is { } shops)
            (_shops, _open) = (shops, shops.FirstOrDefault(shop => shop.Id == _open?.Id) ?? (shops is [var only] && !_adding ? only : null));
    }

    private void New() => (_adding, _open, Problem, _id) = (true, null, null, Guid.CreateVersion7(Time.GetUtcNow()));

    private void Choose(ShopView shop) => (_adding, _open, Problem) = (false, shop, null);

    private async Task InviteAsync(ShopInvitationRequest request)
    {
        if (await PutAsync<ShopView>($"{Path}/{_id}", request) is { Ok: true } invited)
            await ChangedAsync(invited.Value);
    }

    private Task ChangedAsync(ShopView shop)
    {
        (_adding, _open) = (false, shop);
        return LoadAsync();
    }

    private string Said(ShopView shop) => shop.OpenedAt is { } opened ? T("shops.opened", BusinessDate.Text(opened))
        : shop.CodeUntil is { } until ? T("shops.code-until", BusinessDate.Text(until)) : T("shops.invited", BusinessDate.Text(shop.InvitedAt));
}
