using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Imports;

/// <summary>Hands files of products in and out. The server works on; whoever opens this screen later sees how far it is.</summary>
public sealed partial class ImportsDesk
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<KeptSiteView> _sites = [];
    private IReadOnlyList<ImportView> _imports = [];
    private ImportView? _open;
    private string? _site;
    private (Guid Id, string Name, byte[] Content)? _file;
    private bool _busy;
    private bool _tooLarge;
    private bool _looking;
    private Problem? _problem;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    [Inject]
    public TimeProvider Time { get; set; } = default!;

    /// <summary>Auditors only look.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    private string Path => $"/api/v1/sites/{_site}/imports";

    private bool AtWork => _open?.State is ImportState.Reading or ImportState.Applying or ImportState.Undoing;

    protected override async Task OnInitializedAsync()
    {
        var sites = await Api.GetAsync<IReadOnlyList<KeptSiteView>>("/api/v1/sites", _gone.Token);
        _problem = sites.Problem;
        if (!sites.Ok)
            return;
        _sites = sites.Value;
        if (_sites.Count > 0)
            await ChooseSiteAsync(_sites[0].Code);
    }

    protected override void Leave() => _gone.Cancel();

    private string File(string format) => $"/api/v1/sites/{_site}/product-file?format={format}";

    private async Task ChooseSiteAsync(string site)
    {
        (_site, _open, _imports) = (site, null, []);
        await ListAsync();
        if (_imports.Count > 0 && _imports[0].State is not (ImportState.Cancelled or ImportState.Undone))
            await OpenAsync(_imports[0].Id);
    }

    private async Task ListAsync()
    {
        var answer = await Api.GetAsync<IReadOnlyList<ImportView>>(Path, _gone.Token);
        _problem = answer.Problem;
        if (answer.Ok)
            _imports = answer.Value;
    }

    private async Task OpenAsync(Guid id) => await TakeAsync(await Api.GetAsync<ImportView>($"{Path}/{id}", _gone.Token));

    private async Task HandInAsync(InputFileChangeEventArgs chosen)
    {
        _tooLarge = chosen.File.Size > ImportView.MostBytes;
        if (_tooLarge)
            return;
        await using var stream = chosen.File.OpenReadStream(ImportView.MostBytes, _gone.Token);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, _gone.Token);
        _file = (Guid.CreateVersion7(Time.GetUtcNow()), chosen.File.Name, content.ToArray());
        await SendAsync();
    }

    /// <summary>Nobody may know whether a file arrived: it keeps its id until the server has had its last word.</summary>
    private async Task SendAsync()
    {
        if (_file is not { } file)
            return;
        _busy = true;
        var answer = await Api.PutFileAsync<ImportView>($"{Path}/{file.Id}?name={Uri.EscapeDataString(file.Name)}", file.Content, _gone.Token);
        _busy = false;
        if (answer.Problem is not { MayRepeat: true })
            _file = null;
        await TakeAsync(answer);
    }

    private Task RetryAsync() => _file is null ? ListAsync() : SendAsync();

    private async Task DecideAsync((string What, object? Body) decision)
    {
        _busy = true;
        var answer = await Api.PutAsync<ImportView>($"{Path}/{_open!.Id}/{decision.What}", decision.Body, _gone.Token);
        _busy = false;
        await TakeAsync(answer);
    }

    private async Task TakeAsync(Answer<ImportView> answer)
    {
        _problem = answer.Problem;
        if (!answer.Ok)
            return;
        _open = answer.Value;
        await ListAsync();
        if (AtWork && !_looking)
            _ = LookAsync();
    }

    private async Task LookAsync()
    {
        _looking = true;
        while (AtWork && !_gone.IsCancellationRequested)
        {
            await Task.Delay(Look, Time, _gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_gone.IsCancellationRequested)
                await InvokeAsync(() => OpenAsync(_open!.Id));
            Redraw();
        }

        _looking = false;
    }
}
