using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Office.Changes;

/// <summary>Price lists of admissions by date, and new ones made from them.</summary>
public sealed partial class PriceLists
{
    private IReadOnlyList<KeptSiteView> _sites = [];
    private IReadOnlyList<TariffRowView> _lists = [];
    private Dictionary<string, LocalText> _names = [];
    private TariffRowView? _copied;
    private TariffDraft? _draft;
    private string? _site;

    [Parameter]
    public bool MayChange { get; set; }

    private string Path => $"/api/v1/sites/{_site}/tariffs";

    private IReadOnlyList<KeptSiteView> Caves => [.. _sites.Where(site => site.Says.Gates.Count > 0)];

    protected override async Task OnInitializedAsync()
    {
        _sites = await ReadKeptSitesAsync();
        if (Caves.Count > 0)
            await ChooseAsync(Caves[0].Code);
    }

    private string NameOf(string product) => _names.TryGetValue(product, out var name) ? In(name) : product;

    private async Task ChooseAsync(string site)
    {
        (_site, _draft, _copied) = (site, null, null);
        if (await ReadAsync<ProductPageView>($"/api/v1/sites/{site}/products") is { } products)
            _names = products.Products.ToDictionary(product => product.Code, product => product.Says.Name);
        _lists = await ReadAsync<IReadOnlyList<TariffRowView>>(Path) ?? _lists;
    }

    private void Copy(TariffRowView list) => (_copied, _draft, Problem) = (list, new TariffDraft(list), null);

    private async Task AdoptAsync()
    {
        if ((await PutAsync<TariffRowView>($"{Path}/{_draft!.Code}", _draft.Request)).Ok)
            await ChooseAsync(_site!);
    }

    private async Task WithdrawAsync(TariffRowView list)
    {
        var answer = await DeleteAsync<IReadOnlyList<TariffRowView>>($"{Path}/{list.Code}");
        if (answer.Ok)
            _lists = answer.Value;
    }
}
