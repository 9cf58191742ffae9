using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Changes;

/// <summary>Price lists of admissions by date, and new ones made from them.</summary>
public sealed partial class PriceLists
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<KeptSiteView> _sites = [];
    private IReadOnlyList<TariffRowView> _lists = [];
    private Dictionary<string, LocalText> _names = [];
    private TariffRowView? _copied;
    private TariffDraft? _draft;
    private string? _site;
    private bool _busy;
    private Problem? _problem;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    [Parameter]
    public bool MayChange { get; set; }

    private string Path => $"/api/v1/sites/{_site}/tariffs";

    private IReadOnlyList<KeptSiteView> Caves => [.. _sites.Where(site => site.Says.Gates.Count > 0)];

    protected override async Task OnInitializedAsync()
    {
        var sites = await Api.GetAsync<IReadOnlyList<KeptSiteView>>("/api/v1/sites", _gone.Token);
        _problem = sites.Problem;
        _sites = sites.Ok ? sites.Value : [];
        if (Caves.Count > 0)
            await ChooseAsync(Caves[0].Code);
    }

    protected override void Leave() => _gone.Cancel();

    private static string Text(ChangeEventArgs typed) => (string?)typed.Value ?? "";

    private string NameOf(string product) => _names.TryGetValue(product, out var name) ? In(name) : product;

    private async Task ChooseAsync(string site)
    {
        (_site, _draft, _copied) = (site, null, null);
        var products = await Api.GetAsync<ProductPageView>($"/api/v1/sites/{site}/products", _gone.Token);
        if (products.Ok)
            _names = products.Value.Products.ToDictionary(product => product.Code, product => product.Says.Name);
        Take(await Api.GetAsync<IReadOnlyList<TariffRowView>>(Path, _gone.Token));
    }

    private void Copy(TariffRowView list) => (_copied, _draft, _problem) = (list, new TariffDraft(list), null);

    private async Task AdoptAsync()
    {
        _busy = true;
        var answer = await Api.PutAsync<TariffRowView>($"{Path}/{_draft!.Code}", _draft.Request, _gone.Token);
        _busy = false;
        if (answer.Ok)
            await ChooseAsync(_site!);
        else
            _problem = answer.Problem;
    }

    private async Task WithdrawAsync(TariffRowView list)
    {
        _busy = true;
        Take(await Api.DeleteAsync<IReadOnlyList<TariffRowView>>($"{Path}/{list.Code}", _gone.Token));
        _busy = false;
    }

    private void Take(Answer<IReadOnlyList<TariffRowView>> answer)
    {
        _problem = answer.Problem;
        if (answer.Ok)
            _lists = answer.Value;
    }
}
