using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Stock;

/// <summary>Whose goods a shop sells on consignment, their share, and what they are settled with.</summary>
public sealed partial class SuppliersDesk
{
    private readonly CancellationTokenSource _gone = new();
    private readonly WriteName _name = new();
    private IReadOnlyList<SupplierView>? _suppliers;
    private string? _code;
    private bool _busy;
    private Problem? _problem;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    [Inject]
    public TimeProvider Time { get; set; } = default!;

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

    protected override void Leave() => _gone.Cancel();

    private async Task LoadAsync()
    {
        var answer = await Api.GetAsync<IReadOnlyList<SupplierView>>(Path, _gone.Token);
        _problem = answer.Problem;
        if (answer.Ok)
            _suppliers = answer.Value;
    }

    /// <summary>Nobody has to think of a code. When two people add somebody at once, the second is told.</summary>
    private void New() => (_code, _problem) = ($"s{(_suppliers?.Count ?? 0) + 1}", null);

    private void Choose(string code) => (_code, _problem) = (code, null);

    private Task SaveAsync(SupplierRequest request) => SendAsync<SupplierView>($"{Path}/{_code}", request);

    private Task AgreeAsync(ConsignmentRequest request) => NamedAsync(request);

    private Task EndAsync((ConsignmentView Terms, DateOnly To) end) =>
        SendAsync<ConsignmentView>($"/api/v1/sites/{Site}/consignments/{end.Terms.Id}/end", new ConsignmentEnd(end.To));

    private async Task NamedAsync(ConsignmentRequest request)
    {
        await SendAsync<ConsignmentView>($"/api/v1/sites/{Site}/consignments/{_name.For(request)}", request);
        _name.Answered(_problem);
    }

    private async Task SendAsync<T>(string path, object body)
    {
        _busy = true;
        var answer = await Api.PutAsync<T>(path, body, _gone.Token);
        await LoadAsync();
        (_busy, _problem) = (false, answer.Problem ?? _problem);
    }

    private bool Holds(ConsignmentView terms) => BusinessDate.Of(Time.UtcMicros()) is var today && terms.From <= today && (terms.To is null || today <= terms.To);

    private string NameOf(string product) => Products.FirstOrDefault(one => one.Code == product) is { } known ? In(known.Name) : product;
}
