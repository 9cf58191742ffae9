using Microsoft.AspNetCore.Components;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Closing;

/// <summary>Closes a site with one press and settles what becomes of its unused tickets.</summary>
public sealed partial class ClosingDesk
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private readonly WriteName _name = new();
    private CatalogueView? _catalogue;
    private IReadOnlyList<ClosureView>? _closures;
    private string? _site;

    [Parameter, EditorRequired]
    public PersonView Person { get; set; } = default!;

    /// <summary>Sites that admit people, and that are this person's.</summary>
    private List<SiteView> Sites => [.. (_catalogue?.Sites ?? []).Where(site => site.Gates.Count > 0 && (Person.Site is null || Person.Site == site.Code))];

    private string SiteName => Sites.FirstOrDefault(site => site.Code == _site) is { } site ? In(site.Name) : "";

    private string Path => $"/api/v1/sites/{_site}/closures";

    private ClosureView? Open => _closures?.FirstOrDefault(closure => closure.ReopenedAt is null);

    /// <summary>Opened again, but its tickets are not settled yet.</summary>
    private IEnumerable<ClosureView> Undone => _closures!.Where(closure => closure.Unused.Tickets > 0 || closure.Remedy is { } remedy && remedy.Done < remedy.Tickets).Take(1);

    private bool AtWork => _closures?.Any(closure => closure.Remedy is { ConfirmedAt: not null } remedy && remedy.Done + remedy.Failed < remedy.Tickets) ?? false;

    protected override async Task OnInitializedAsync()
    {
        _catalogue = await ReadCatalogueAsync();
        if (Sites.FirstOrDefault() is { } site)
            await ChooseAsync(site.Code);
    }

    private Task ChooseAsync(string site)
    {
        (_site, _closures) = (site, null);
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        _closures = await ReadAsync<IReadOnlyList<ClosureView>>(Path) ?? _closures;
        Redraw();
        if (AtWork)
            _ = AgainAsync();
    }

    /// <summary>While tickets are being settled the figures move.</summary>
    private async Task AgainAsync()
    {
        if (await WaitAsync(Look))
            await LoadAsync();
    }

    private async Task CloseAsync(ClosureRequest request)
    {
        var answer = await WriteAsync(_name.For(request).ToString(), request);
        _name.Answered(answer.Problem);
    }

    private Task ChangeAsync((ClosureView Closure, string What, object? Body) change) => WriteAsync($"{change.Closure.Id}/{change.What}", change.Body);

    private async Task<Answer<ClosureView>> WriteAsync(string what, object? body)
    {
        var answer = await PutAsync<ClosureView>($"{Path}/{what}", body);
        if (answer.Ok)
            await LoadAsync();
        return answer;
    }
}
