using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Devices;

/// <summary>The keys that sign tickets: the server's own and those that tills hold. Another one signs, or one is trusted no more.</summary>
public sealed partial class KeysDesk
{
    private const string Path = "/api/v1/ticket-keys";
    private readonly CancellationTokenSource _gone = new();
    private readonly WriteName _rotation = new();
    private IReadOnlyList<TicketKeyView>? _keys;
    private IReadOnlyList<SiteView> _sites = [];
    private bool _busy;
    private Problem? _problem;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    /// <summary>Auditors only look.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var catalogue = await Api.GetAsync<CatalogueView>("/api/v1/catalogue", _gone.Token);
        _sites = catalogue.Ok ? catalogue.Value.Sites : [];
        await LoadAsync();
    }

    protected override void Leave() => _gone.Cancel();

    private async Task LoadAsync()
    {
        var answer = await Api.GetAsync<IReadOnlyList<TicketKeyView>>(Path, _gone.Token);
        _problem = answer.Problem;
        if (answer.Ok)
            _keys = answer.Value;
    }

    /// <summary>Pressed again after a lost answer it is the same rotation.</summary>
    private async Task RotateAsync() => _rotation.Answered(await SendAsync($"rotations/{_rotation.For(Path)}"));

    private Task ActAsync(TicketKeyView key, string what) => SendAsync($"{key.Key}/{what}");

    private async Task<Problem?> SendAsync(string what)
    {
        _busy = true;
        var answer = await Api.PutAsync<KeyView>($"{Path}/{what}", new { }, _gone.Token);
        if (answer.Ok)
            await LoadAsync();
        else
            _problem = answer.Problem;
        _busy = false;
        return answer.Problem;
    }

    private string Holder(TicketKeyView key)
    {
        if (key.Till is null)
            return T("keys.server");
        var site = _sites.FirstOrDefault(one => one.Code == key.Site);
        var till = site?.Tills.FirstOrDefault(one => one.Code == key.Till);
        var place = $"{(site is null ? key.Site : In(site.Name))} {(till is null ? key.Till : In(till.Name))}";
        return key.Device is { } device ? T("keys.device", place, device) : place;
    }
}
