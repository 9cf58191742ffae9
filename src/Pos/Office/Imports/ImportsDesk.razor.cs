using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Imports;

/// <summary>Hands files of products in and out. The server works on; whoever opens this screen later sees how far it is.</summary>
public sealed partial class ImportsDesk
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private IReadOnlyList<KeptSiteView> _sites = [];
    private IReadOnlyList<ImportView> _imports = [];
    private ImportView? _open;
    private string? _site;
    private (Guid Id, string Name, byte[] Content)? _file;
    private bool _tooLarge;
    private bool _looking;

    /// <summary>Auditors only look.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    private string Path => $"/api/v1/sites/{_site}/imports";

    private bool AtWork => _open?.State is ImportState.Reading or ImportState.Applying or ImportState.Undoing;

    protected override async Task OnInitializedAsync()
    {
        _sites = await ReadKeptSitesAsync();
        if (_sites.Count > 0)
            await ChooseSiteAsync(_sites[0].Code);
    }

    private string File(string format) => $"/api/v1/sites/{_site}/product-file?format={format}";

    private async Task ChooseSiteAsync(string site)
    {
        (_site, _open, _imports) = (site, null, []);
        await ListAsync();
        if (_imports.Count > 0 && _imports[0].State is not (ImportState.Cancelled or ImportState.Undone))
            await OpenAsync(_imports[0].Id);
    }

    private async Task ListAsync() => _imports = await ReadAsync<IReadOnlyList<ImportView>>(Path) ?? _imports;

    private async Task OpenAsync(Guid id) => await TakeAsync(await Api.GetAsync<ImportView>($"{Path}/{id}", Gone));

    private async Task HandInAsync(InputFileChangeEventArgs chosen)
    {
        _tooLarge = chosen.File.Size > ImportView.MostBytes;
        if (_tooLarge)
            return;
        await using var stream = chosen.File.OpenReadStream(ImportView.MostBytes, Gone);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, Gone);
        _file = (Guid.CreateVersion7(Time.GetUtcNow()), chosen.File.Name, content.ToArray());
        await SendAsync();
    }

    /// <summary>Nobody may know whether a file arrived: it keeps its id until the server has had its last word.</summary>
    private async Task SendAsync()
    {
        if (_file is not { } file)
            return;
        var answer = await SendAsync(() => Api.PutFileAsync<ImportView>($"{Path}/{file.Id}?name={Uri.EscapeDataString(file.Name)}", file.Content));
        if (answer.Problem is not { MayRepeat: true })
            _file = null;
        await TakeAsync(answer);
    }

    private Task RetryAsync() => _file is null ? ListAsync() : SendAsync();

    private async Task DecideAsync((string What, object? Body) decision) =>
        await TakeAsync(await PutAsync<ImportView>($"{Path}/{_open!.Id}/{decision.What}", decision.Body));

    private async Task TakeAsync(Answer<ImportView> answer)
    {
        Problem = answer.Problem;
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
        while (AtWork && await WaitAsync(Look))
        {
            await OpenAsync(_open!.Id);
            Redraw();
        }

        _looking = false;
    }
}
