using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Products;

/// <summary>The products of a site: what they are called, how they are taxed, what they cost from which day.</summary>
public sealed partial class ProductsDesk
{
    private const int Part = 50;
    private readonly List<KeptProductView> _products = [];
    private IReadOnlyList<KeptSiteView> _sites = [];
    private ProductPageView? _page;
    private string? _site;
    private string _search = "";
    private KeptProductView? _open;
    private ProductDraft? _draft;
    private ProductRequest? _clash;
    private long? _version;
    private bool _saved;
    private Problem? _refused;

    /// <summary>Auditors only look.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    private string Path => $"/api/v1/sites/{_site}/products";

    protected override async Task OnInitializedAsync()
    {
        _sites = await ReadKeptSitesAsync();
        if (_sites.Count > 0)
            await ChooseSiteAsync(_sites[0].Code);
    }

    private Task ChooseSiteAsync(string site)
    {
        (_site, _search, _draft, _open) = (site, "", null, null);
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        _products.Clear();
        await MoreAsync();
    }

    private async Task MoreAsync()
    {
        if (await ReadAsync<ProductPageView>($"{Path}?search={Uri.EscapeDataString(_search)}&skip={_products.Count}&take={Part}") is not { } page)
            return;
        _page = page;
        _products.AddRange(page.Products);
    }

    private void New() => Begin(null, new ProductDraft(_page?.TaxClasses.FirstOrDefault(name => name == "standard") ?? _page?.TaxClasses.FirstOrDefault() ?? ""));

    private void Choose(KeptProductView product) => Begin(product, new ProductDraft(product));

    private void Begin(KeptProductView? product, ProductDraft draft) =>
        (_open, _draft, _version, _clash, _refused, _saved) = (product, draft, product?.Version, null, null, false);

    private async Task SaveAsync()
    {
        var (draft, isNew) = (_draft!, _open is null);
        var answer = await SendAsync(() => Api.PutAsync<KeptProductView>($"{Path}/{draft.Code}", draft.Request(_version)));
        if (answer.Ok)
        {
            Take(answer.Value, isNew);
            Begin(answer.Value, new ProductDraft(answer.Value));
            _saved = true;
        }
        else if (answer.Problem.IsConflict)
        {
            await SeeTheirsAsync(draft.Code);
        }
    }

    /// <summary>What was typed stays and may be saved on top of what the other has changed, now that it is seen.</summary>
    private async Task SeeTheirsAsync(string code)
    {
        var now = await Api.GetAsync<KeptProductView>($"{Path}/{code}", Gone);
        if (!now.Ok)
            return;
        Take(now.Value, isNew: false);
        (_open, _version, _clash) = (now.Value, now.Value.Version, now.Value.Says);
    }

    private Task SetPriceAsync((DateOnly From, PriceRequest Price) set) =>
        PricesAsync(() => Api.PutAsync<KeptProductView>($"{Path}/{_open!.Code}/prices/{BusinessDate.Text(set.From)}", set.Price));

    private Task WithdrawAsync(DateOnly from) =>
        PricesAsync(() => Api.DeleteAsync<KeptProductView>($"{Path}/{_open!.Code}/prices/{BusinessDate.Text(from)}"));

    private async Task PricesAsync(Func<Task<Answer<KeptProductView>>> send)
    {
        var answer = await SendAsync(send);
        if (!answer.Ok)
            return;
        Take(answer.Value, isNew: false);
        (_open, _saved) = (answer.Value, true);
    }

    private async Task<Answer<KeptProductView>> SendAsync(Func<Task<Answer<KeptProductView>>> send)
    {
        (Sending, _saved, _clash) = (true, false, null);
        var answer = await send();
        (Sending, _refused) = (false, answer.Problem);
        return answer;
    }

    private void Take(KeptProductView product, bool isNew)
    {
        var at = _products.FindIndex(one => one.Code == product.Code);
        if (at >= 0)
            _products[at] = product;
        else if (isNew)
            _products.Add(product);
        if (isNew && at < 0 && _page is { } page)
            _page = page with { Total = page.Total + 1 };
    }

    private string State(KeptProductView product)
    {
        var today = Today;
        if (product.Says.StopsOn is { } stops)
            return T(stops <= today ? "products.stopped" : "products.stops-on", BusinessDate.Text(stops));
        if (product.Says.StartsOn is { } starts && starts > today)
            return T("products.starts-on", BusinessDate.Text(starts));
        return product.Prices.LastOrDefault(price => !price.Begun) is { } next ? T("products.next-price", BusinessDate.Text(next.From), next.Yen) : "";
    }
}
