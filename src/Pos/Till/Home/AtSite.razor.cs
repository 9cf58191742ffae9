using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Till.Home;

/// <summary>Opens a screen for the site a person works at: with what this device knows at once, with the server's word as soon as it comes.</summary>
public sealed partial class AtSite
{
    private const int RoundsPerLookAhead = 30;
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);
    private readonly CancellationTokenSource _left = new();
    private SiteView? _site;
    private Problem? _problem;
    private DateOnly? _old;
    private bool _loaded;

    [Inject]
    public IServiceProvider Services { get; set; } = default!;

    [Inject]
    public TimeProvider Clock { get; set; } = default!;

    [Parameter, EditorRequired]
    public PersonView Person { get; set; } = default!;

    /// <summary>The till or gate the screen is for.</summary>
    [Parameter, EditorRequired]
    public string? Place { get; set; }

    /// <summary>The screen, for the site the person works at.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<SiteView> ChildContent { get; set; } = default!;

    private Prices Prices => Services.GetRequiredService<Prices>();

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        _ = RenewAsync();
    }

    protected override void Leave() => _left.Cancel();

    private async Task LoadAsync()
    {
        if (await Prices.KnownAsync() is { } known)
        {
            Take(known);
            StateHasChanged();
        }

        var answer = await Prices.AskAsync();
        _problem = answer.Problem;
        if (answer.Ok)
            Take(answer.Value);
    }

    /// <summary>A new day, a closed cave and a changed price reach a till that is never reloaded.</summary>
    private async Task RenewAsync()
    {
        for (var round = 0; !_left.IsCancellationRequested; round++)
        {
            if (round % RoundsPerLookAhead == 0)
                await Prices.AskAheadAsync();
            await Task.WhenAny(Task.Delay(Renewal, Clock, _left.Token));
            if (_left.IsCancellationRequested)
                return;
            await LoadAsync();
            StateHasChanged();
        }
    }

    private void Take(CatalogueView catalogue)
    {
        _loaded = true;
        _old = catalogue.Date < BusinessDate.Of(Clock.UtcMicros()) ? catalogue.Date : null;
        _site = catalogue.Sites.FirstOrDefault(site => site.Code == Person.Site);
    }
}
