using Microsoft.AspNetCore.Components;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Stock;

/// <summary>Whose goods a shop sells on consignment, their share, and what they are settled with.</summary>
public sealed partial class SuppliersDesk
{
    private readonly WriteName _name = new();
    private IReadOnlyList<SupplierView>? _suppliers;
    private string? _code;

    [Parameter, EditorRequired]
    public string Site { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<ProductView> Products { get; set; } = [];

    /// <summary>Auditors only look.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    private SupplierView? Open => _suppliers?.FirstOrDefault(supplier => supplier.Code == _code);

    private string Path => $"/api/v1/sites/{Site}/suppliers";

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => _suppliers = await ReadAsync<IReadOnlyList<SupplierView>>(Path) ?? _suppliers;

    /// <summary>Nobody has to think of a code. When two people add somebody at once, the second is told.</summary>
    private void New() => (_code, Problem) = ($"s{(_suppliers?.Count ?? 0) + 1}", null);

    private void Choose(string code) => (_code, Problem) = (code, null);

    private Task SaveAsync(SupplierRequest request) => SendAsync<SupplierView>($"{Path}/{_code}", request);

    private Task EndAsync((ConsignmentView Terms, DateOnly To) end) =>
        SendAsync<ConsignmentView>($"/api/v1/sites/{Site}/consignments/{end.Terms.Id}/end", new ConsignmentEnd(end.To));

    private async Task AgreeAsync(ConsignmentRequest request)
    {
        var answer = await SendAsync<ConsignmentView>($"/api/v1/sites/{Site}/consignments/{_name.For(request)}", request);
        _name.Answered(answer.Problem);
    }

    private Task<Answer<T>> SendAsync<T>(string path, object body) => SendAsync(() => Api.PutAsync<T>(path, body), LoadAsync);

    private bool Holds(ConsignmentView terms) => terms.From <= Today && (terms.To is null || Today <= terms.To);

    private string NameOf(string product) => Products.FirstOrDefault(one => one.Code == product) is { } known ? In(known.Name) : product;
}
