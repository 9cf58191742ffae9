using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Joining;
using Tourism.Pos.Ui.Session;

namespace Tourism.Pos.Office.Shops;

/// <summary>One shop: its way in, as long as it is not open, and how it gets its money.</summary>
public sealed partial class ShopCard
{
    private readonly CancellationTokenSource _gone = new();
    private ShopCodeView? _code;
    private ShopChoicesView? _choices;
    private ShopDraft? _draft;
    private PayoutDraft? _payout;
    private Func<Task>? _last;
    private bool _busy;
    private Problem? _problem;

    [Inject]
    public ApiClient Api { get; set; } = default!;

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

    private bool Joinable => Shop.State is ShopState.Invited or ShopState.SetUp;

    /// <summary>Whoever comes back from Stripe's form sees how it went.</summary>
    protected override async Task OnInitializedAsync()
    {
        var choices = await Api.GetAsync<ShopChoicesView>("/api/v1/shops/choices", _gone.Token);
        (_choices, _problem) = (choices.Ok ? choices.Value : null, choices.Problem);
        if (MayChange && Shop.Payout is { Way: PayoutWay.Stripe, Stripe: not StripeState.Ready })
            await RefreshAsync();
    }

    protected override void Leave() => _gone.Cancel();

    /// <summary>The newest sheet is the only one that works.</summary>
    private async Task SheetAsync()
    {
        _last = SheetAsync;
        if (await SendAsync<ShopCodeView>("/code", null) is { Ok: true } made)
            (_code, _draft) = (made.Value, null);
    }

    private void OnBehalf() => (_draft, _code, _problem) = (new ShopDraft { Name = Shop.Name }, null, null);

    private async Task SetUpAsync()
    {
        _last = SetUpAsync;
        if (await SendAsync<ShopView>("/answer", _draft!.Answer()) is { Ok: true } done)
            await TakeAsync(done.Value);
    }

    private async Task PayOutAsync()
    {
        _last = PayOutAsync;
        if (await SendAsync<ShopView>("/payout", _payout!.Request(Shop.Payout!.Version)) is { Ok: true } done)
            await TakeAsync(done.Value);
    }

    private async Task LinkAsync()
    {
        _last = LinkAsync;
        if (await SendAsync<StripeLinkView>("/stripe/link", null) is { Ok: true } link)
            Navigation.NavigateTo(link.Value.Url, forceLoad: true);
    }

    private async Task RefreshAsync()
    {
        _last = RefreshAsync;
        if (await SendAsync<ShopView>("/stripe", null) is { Ok: true } heard && heard.Value != Shop)
            await OnChanged.InvokeAsync(heard.Value);
    }

    private async Task WithdrawAsync()
    {
        _last = WithdrawAsync;
        _busy = true;
        var answer = Shop.State == ShopState.Withdrawn
            ? await Api.PutAsync<ShopView>(Path + "/invitation", null, _gone.Token)
            : await Api.DeleteAsync<ShopView>(Path + "/invitation", _gone.Token);
        (_busy, _problem) = (false, answer.Problem);
        if (answer.Ok)
            await TakeAsync(answer.Value);
    }

    private async Task ReloadAsync() => await OnChanged.InvokeAsync(Shop);

    private Task TakeAsync(ShopView shop)
    {
        (_code, _draft, _payout) = (null, null, null);
        return OnChanged.InvokeAsync(shop);
    }

    private async Task<Answer<T>> SendAsync<T>(string path, object? body)
    {
        _busy = true;
        var answer = await Api.PutAsync<T>(Path + path, body, _gone.Token);
        (_busy, _problem) = (false, answer.Problem);
        return answer;
    }

    private string PayoutWords(PayoutView payout) => payout.Account is { } account
        ? T("shops.payout-city", account.Bank, account.Branch, account.Number, account.Holder)
        : T("shops.payout-stripe");
}
