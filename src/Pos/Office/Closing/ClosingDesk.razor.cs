using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Closing;

/// <summary>Closes a site with one press and settles what becomes of its unused tickets.</summary>
public sealed partial class ClosingDesk
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _gone = new();
    private readonly WriteName _name = new();
    private CatalogueView? _catalogue;
    private IReadOnlyList<ClosureView>? _closures;
    private string? _site;
    private bool _busy;
    private Problem? _problem;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    [Inject]
    public TimeProvider Time { get; set; } = default!;

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
        var catalogue = await Api.GetAsync<CatalogueView>("/api/v1/catalogue", _gone.Token);
        _problem = catalogue.Problem;
        if (!catalogue.Ok)
            return;
        _catalogue = catalogue.Value;
        if (Sites.FirstOrDefault() is { } site)
            await ChooseAsync(site.Code);
    }

    protected override void Leave() => _gone.Cancel();

    private Task ChooseAsync(string site)
    {
        (_site, _closures) = (site, null);
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var answer = await Api.GetAsync<IReadOnlyList<ClosureView>>(Path, _gone.Token);
        _problem = answer.Problem;
        if (answer.Ok)
            _closures = answer.Value;
        Redraw();
        if (AtWork && !_gone.IsCancellationRequested)
            _ = AgainAsync();
    }

    /// <summary>While tickets are being settled the figures move.</summary>
    private async Task AgainAsync()
    {
        await Task.Delay(Look, Time, _gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_gone.IsCancellationRequested)
            await InvokeAsync(LoadAsync);
    }

    private async Task CloseAsync(ClosureRequest request)
    {
        _busy = true;
        var answer = await Api.PutAsync<ClosureView>($"{Path}/{_name.For(request)}", request, _gone.Token);
        _name.Answered(answer.Problem);
        await AfterAsync(answer);
    }

    private async Task ChangeAsync((ClosureView Closure, string What, object? Body) change) =>
        await AfterAsync(await Api.PutAsync<ClosureView>($"{Path}/{change.Closure.Id}/{change.What}", change.Body, _gone.Token));

    private async Task AfterAsync(Answer<ClosureView> answer)
    {
        _busy = false;
        if (answer.Ok)
            await LoadAsync();
        else
            _problem = answer.Problem;
    }
}
