using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Words;

namespace Tourism.Pos.Office.Devices;

/// <summary>Which devices there are and how they are; adds them, and ends the trust in lost ones.</summary>
public sealed partial class DevicesDesk
{
    private const string Path = "/api/v1/devices";
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);
    private IReadOnlyList<DeviceView>? _devices;
    private IReadOnlyList<SiteView> _sites = [];
    private DeviceView? _open;
    private DeviceCodeView? _code;
    private Guid _id;
    private bool _adding;

    /// <summary>Auditors only look.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    /// <summary>The only site of a shop owner; <c>null</c> for whoever keeps all.</summary>
    [Parameter]
    public string? Site { get; set; }

    private IReadOnlyList<SiteView> Mine => Site is null ? _sites : [.. _sites.Where(site => site.Code == Site)];

    protected override async Task OnInitializedAsync()
    {
        _sites = await ReadSitesAsync();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        if (await ReadAsync<IReadOnlyList<DeviceView>>(Path) is { } devices)
            (_devices, _open) = (devices, devices.FirstOrDefault(device => device.Id == _open?.Id));
    }

    private void New() => (_adding, _open, _code, Problem, _id) = (true, null, null, null, Guid.CreateVersion7(Time.GetUtcNow()));

    private void Choose(DeviceView device) => (_adding, _open, _code, Problem) = (false, device, null, null);

    /// <summary>A device is added to be enrolled at once, so its code is made along with it.</summary>
    private async Task AddAsync(DeviceRequest request)
    {
        var added = await PutAsync<DeviceView>($"{Path}/{_id}", request);
        if (!added.Ok)
            return;
        (_adding, _open) = (false, added.Value);
        await OfferAsync();
    }

    private async Task OfferAsync()
    {
        var answer = await PutAsync<DeviceCodeView>($"{Path}/{_open!.Id}/code", new { });
        if (!answer.Ok)
            return;
        _code = answer.Value;
        await LoadAsync();
        _ = WatchAsync(_open!.Id);
    }

    /// <param name="what">revocation or forgetting.</param>
    private async Task EndAsync(string what)
    {
        if ((await PutAsync<DeviceView>($"{Path}/{_open!.Id}/{what}", new { })).Ok)
            await LoadAsync();
    }

    /// <summary>While a code is shown, this screen waits for the device to use it.</summary>
    private async Task WatchAsync(Guid device)
    {
        while (_code is { } code && _open is { State: DeviceState.New } open && open.Id == device && Time.UtcMicros() < code.Until && await WaitAsync(Renewal))
        {
            await LoadAsync();
            StateHasChanged();
        }
    }

    private string PlaceName(DeviceView device) => Wording.NamePlace(_sites, device.Site, device.Till ?? device.Gate);

    private string Seen(DeviceView device) => device.LastSeenAt is not { } at
        ? T("devices.never-seen")
        : T("devices.seen", BusinessDate.Text(at)) + (device.Waiting > 0 ? T("devices.waits", device.Waiting) : "");
}
