using Microsoft.AspNetCore.Components;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Joining;
using Tourism.Pos.Ui.Session;

namespace Tourism.Pos.Office.Shops;

/// <summary>One shop: its way in, as long as it is not open, and how it gets its money.</summary>
public sealed partial class ShopCard
{
    private ShopCodeView? _code;
    private ShopChoicesView? _choices;
    private ShopDraft? _draft;
    private PayoutDraft? _payout;

    [Inject]
    public StaffSession Session { get; set; } = default!;

    [Inject]
    public NavigationManager Navigation { get; set; } = default!;

    [Parameter, EditorRequired]
    public ShopView Shop { get; set; } = default!;

    [Parameter]
    public bool MayInvite { get; set; }

    [Parameter]
    public bool MayChange { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<ShopView> OnChanged { get; set; }

    private string Path => $"/api/v1/shops/{Shop.Id}";

    /// <summary>Four digits do not say where the money goes.</summary>
    private bool ByPin => Session.View is { ByPin: true };

    private bool Joinable => Shop.State is ShopState.Invited or ShopState.SetUp;

    /// <summary>Whoever comes back from Stripe's form sees how it went.</summary>
    protected override async Task OnInitializedAsync()
    {
        _choices = await ReadAsync<ShopChoicesView>("/api/v1/shops/choices");
        if (MayChange && Shop.Payout is { Way: PayoutWay.Stripe, Stripe: not StripeState.Ready })
            await TakeAsync(await PutAsync<ShopView>(Path + "/stripe"));
    }

    /// <summary>The newest sheet is the only one that works.</summary>
    private async Task SheetAsync()
    {
        if (await PutAsync<ShopCodeView>(Path + "/code") is not { Ok: true } made)
            return;
        (_code, _draft) = (made.Value, null);
        await OnChanged.InvokeAsync(Shop);
    }

    private void OnBehalf() => (_draft, _code, Problem) = (new ShopDraft { Name = Shop.Name }, null, null);

    private async Task SetUpAsync() => await TakeAsync(await PutAsync<ShopView>(Path + "/answer", _draft!.Answer()));

    private async Task PayOutAsync() => await TakeAsync(await PutAsync<ShopView>(Path + "/payout", _payout!.Request(Shop.Payout!.Version)));

    private async Task WithdrawAsync() => await TakeAsync(
        await (Shop.State == ShopState.Withdrawn ? PutAsync<ShopView>(Path + "/invitation") : DeleteAsync<ShopView>(Path + "/invitation")));

    private async Task LinkAsync()
    {
        if (await PutAsync<StripeLinkView>(Path + "/stripe/link") is { Ok: true } link)
            Navigation.NavigateTo(link.Value.Url, forceLoad: true);
    }

    private async Task TakeAsync(Answer<ShopView> answer)
    {
        if (!answer.Ok)
            return;
        (_code, _draft, _payout) = (null, null, null);
        await OnChanged.InvokeAsync(answer.Value);
    }

    private string PayoutWords(PayoutView payout) => payout.Account is { } account
        ? T("shops.payout-city", account.Bank, account.Branch, account.Number, account.Holder)
        : T("shops.payout-stripe");
}
