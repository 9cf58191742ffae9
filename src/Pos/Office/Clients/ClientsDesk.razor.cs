using Microsoft.AspNetCore.Components;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Words;

namespace Tourism.Pos.Office.Clients;

/// <summary>Other systems that may call this one, and their keys.</summary>
public sealed partial class ClientsDesk
{
    private const string Path = "/api/v1/clients";
    private IReadOnlyList<ClientView>? _clients;
    private IReadOnlyList<SiteView> _sites = [];
    private ClientDraft? _draft;
    private ClientKeyView? _key;

    /// <summary>Auditors only look.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _sites = await ReadSitesAsync();
        await LoadAsync();
    }

    private async Task LoadAsync() => _clients = await ReadAsync<IReadOnlyList<ClientView>>(Path) ?? _clients;

    private void New()
    {
        (_draft, _key, Problem) = (new ClientDraft(Guid.CreateVersion7(Time.GetUtcNow()), Today.AddYears(1)), null, null);
    }

    private Task AddAsync(ClientRequest request) => TakeKeyAsync(_draft!.Id, "", request);

    private Task RotateAsync(ClientView client) => TakeKeyAsync(client.Id, "/key", new { });

    private async Task TakeKeyAsync(Guid id, string what, object body)
    {
        var answer = await PutAsync<ClientKeyView>($"{Path}/{id}{what}", body);
        if (!answer.Ok)
            return;
        (_key, _draft) = (answer.Value, null);
        await LoadAsync();
    }

    private async Task EndAsync(ClientView client)
    {
        if ((await PutAsync<ClientView>($"{Path}/{client.Id}/end", new { })).Ok)
            await LoadAsync();
    }

    private string ScopeName(string scope) => T($"clients.scope-{scope}");

    private string PlaceOf(ClientView client) => client.Site is null ? "" : "— " + Wording.NamePlace(_sites, client.Site, client.Till);
}
