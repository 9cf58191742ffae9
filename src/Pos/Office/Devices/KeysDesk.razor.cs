using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Words;

namespace Tourism.Pos.Office.Devices;

/// <summary>The keys that sign tickets: the server's own and those that tills hold. Another one signs, or one is trusted no more.</summary>
public sealed partial class KeysDesk
{
    private const string Path = "/api/v1/ticket-keys";
    private readonly WriteName _rotation = new();
    private IReadOnlyList<TicketKeyView>? _keys;
    private IReadOnlyList<SiteView> _sites = [];

    /// <summary>Auditors only look.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _sites = await ReadSitesAsync();
        await LoadAsync();
    }

    private async Task LoadAsync() => _keys = await ReadAsync<IReadOnlyList<TicketKeyView>>(Path) ?? _keys;

    /// <summary>Pressed again after a lost answer it is the same rotation.</summary>
    private async Task RotateAsync() => _rotation.Answered(await ActAsync($"rotations/{_rotation.For(Path)}"));

    private async Task<Problem?> ActAsync(string what)
    {
        var answer = await PutAsync<KeyView>($"{Path}/{what}", new { });
        if (answer.Ok)
            await LoadAsync();
        return answer.Problem;
    }

    private string Holder(TicketKeyView key)
    {
        if (key.Till is null)
            return T("keys.server");
        var place = Wording.NamePlace(_sites, key.Site, key.Till);
        return key.Device is { } device ? T("keys.device", place, device) : place;
    }
}
