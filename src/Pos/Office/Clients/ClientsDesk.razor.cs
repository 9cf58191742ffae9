using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Clients;

/// <summary>Other systems that may call this one, and their keys.</summary>
public sealed partial class ClientsDesk
{
    private const string Path = "/api/v1/clients";
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<ClientView>? _clients;
    private IReadOnlyList<SiteView> _sites = [];
    private ClientDraft? _draft;
    private ClientKeyView? _key;
    private bool _busy;
    private Problem? _problem;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    [Inject]
    public TimeProvider Time { get; set; } = default!;

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
        var answer = await Api.GetAsync<IReadOnlyList<ClientView>>(Path, _gone.Token);
        _problem = answer.Problem;
        if (answer.Ok)
            _clients = answer.Value;
    }

    private void New()
    {
        var now = Time.GetUtcNow();
        (_draft, _key, _problem) = (new ClientDraft(Guid.CreateVersion7(now), BusinessDate.Of(now.UtcDateTime).AddYears(1)), null, null);
    }

    private Task AddAsync(ClientRequest request) => TakeKeyAsync(_draft!.Id, "", request);

    private Task RotateAsync(ClientView client) => TakeKeyAsync(client.Id, "/key", new { });

    private async Task TakeKeyAsync(Guid id, string what, object body)
    {
        var answer = await SendAsync<ClientKeyView>(id, what, body);
        if (!answer.Ok)
            return;
        (_key, _draft) = (answer.Value, null);
        await LoadAsync();
    }

    private async Task EndAsync(ClientView client)
    {
        if ((await SendAsync<ClientView>(client.Id, "/end", new { })).Ok)
            await LoadAsync();
    }

    private async Task<Answer<T>> SendAsync<T>(Guid id, string what, object body)
    {
        _busy = true;
        var answer = await Api.PutAsync<T>($"{Path}/{id}{what}", body, _gone.Token);
        (_busy, _problem) = (false, answer.Problem);
        return answer;
    }

    private string ScopeName(string scope) => T($"clients.scope-{scope}");

    private string PlaceOf(ClientView client)
    {
        var site = _sites.FirstOrDefault(one => one.Code == client.Site);
        var till = site?.Tills.FirstOrDefault(one => one.Code == client.Till);
        return site is null ? "" : $"— {In(site.Name)} {(till is null ? "" : In(till.Name))}".TrimEnd();
    }
}
