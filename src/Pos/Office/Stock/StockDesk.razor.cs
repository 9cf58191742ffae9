using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Session;

namespace Tourism.Pos.Office.Stock;

/// <summary>A shop's stock: what there is, counting it, and goods on consignment.</summary>
public sealed partial class StockDesk
{
    private CatalogueView? _catalogue;
    private StockView? _view;
    private string? _site;
    private string _part = "shelf";

    [Parameter, EditorRequired]
    public PersonView Person { get; set; } = default!;

    private bool MayEnter => Person.May(Roles.Shops);

    private bool MayRule => Person.May(Roles.ShopOffice);

    private IEnumerable<string> Parts => MayEnter switch
    {
        true when MayRule => ["shelf", "count", "suppliers", "rules"],
        true => ["shelf", "count"],
        _ => ["shelf", "suppliers", "rules"],
    };

    private int Warned => _view?.Items.Count(item => item.Warnings.Count > 0) ?? 0;

    /// <summary>Sites of this person that sell anything but admissions.</summary>
    private List<SiteView> Sites => [.. (_catalogue?.Sites ?? []).Where(site => (Person.May(Roles.Administrator + "," + Roles.Auditor) || Person.Site == site.Code) && site.Products.Any(product => product.Kind != ProductKind.Admission))];

    /// <summary>Where goods may go.</summary>
    private List<SiteView> Others => [.. (_catalogue?.Sites ?? []).Where(site => site.Code != _site && site.Products.Any(product => product.Kind is ProductKind.Goods or ProductKind.Weighed))];

    private IReadOnlyList<ProductView> Products => Sites.First(site => site.Code == _site).Products;

    private string Path => $"/api/v1/sites/{_site}/stock";

    protected override async Task OnInitializedAsync()
    {
        _catalogue = await ReadCatalogueAsync();
        if (Sites.FirstOrDefault() is { } site)
            await ChooseAsync(site.Code);
    }

    private Task ChooseAsync(string site)
    {
        (_site, _view) = (site, null);
        return LoadAsync();
    }

    /// <summary>Only the site that is shown counts: it may be changed faster than it is answered.</summary>
    private async Task LoadAsync()
    {
        var site = _site;
        var answer = await Api.GetAsync<StockView>(Path, Gone);
        if (site != _site)
            return;
        Problem = answer.Problem;
        if (answer.Ok)
            _view = answer.Value;
    }

    private async Task RuleAsync(StockRules rules)
    {
        if (!(await PutAsync<StockRules>($"{Path}/rules", rules)).Ok)
            return;
        _part = "shelf";
        await LoadAsync();
    }
}
