using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Devices;

/// <summary>Which devices there are and how they are; adds them, and ends the trust in lost ones.</summary>
public sealed partial class DevicesDesk
{
    private const string Path = "/api/v1/devices";
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<DeviceView>? _devices;
    private IReadOnlyList<SiteView> _sites = [];
    private DeviceView? _open;
    private DeviceCodeView? _code;
    private Guid _id;
    private bool _adding;
    private bool _busy;
    private Problem? _problem;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    [Inject]
    public TimeProvider Time { get; set; } = default!;

    /// <summary>Auditors only look.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    /// <summary>The only site of a shop owner; <c>null</c> for whoever keeps all.</summary>
    [Parameter]
    public string? Site { get; set; }

    private IReadOnlyList<SiteView> Mine => Site is null ? _sites : [.. _sites.Where(site => site.Code == Site)];

    protected override async Task OnInitializedAsync()
    {
        var catalogue = await Api.GetAsync<CatalogueView>("/api/v1/catalogue", _gone.Token);
        _sites = catalogue.Ok ? catalogue.Value.Sites : [];
        await LoadAsync();
    }

    protected override void Leave() => _gone.Cancel();

    private async Task LoadAsync()
    {
        var answer = await Api.GetAsync<IReadOnlyList<DeviceView>>(Path, _gone.Token);
        _problem = answer.Problem;
        if (!answer.Ok)
            return;
        _devices = answer.Value;
        _open = _devices.FirstOrDefault(device => device.Id == _open?.Id);
    }

    private void New() => (_adding, _open, _code, _problem, _id) = (true, null, null, null, Guid.CreateVersion7(Time.GetUtcNow()));

    private void Choose(DeviceView device) => (_adding, _open, _code, _problem) = (false, device, null, null);

    /// <summary>A device is added to be enrolled at once, so its code is made along with it.</summary>
    private async Task AddAsync(DeviceRequest request)
    {
        var added = await SendAsync<DeviceView>($"{Path}/{_id}", request);
        if (!added.Ok)
            return;
        (_adding, _open) = (false, added.Value);
        await OfferAsync();
    }

    private async Task OfferAsync()
    {
        var answer = await SendAsync<DeviceCodeView>($"{Path}/{_open!.Id}/code", new { });
        if (!answer.Ok)
            return;
        _code = answer.Value;
        await LoadAsync();
        _ = WatchAsync(_open!.Id);
    }

    /// <param name="what">revocation or forgetting.</param>
    private async Task EndAsync(string what)
    {
        var answer = await SendAsync<DeviceView>($"{Path}/{_open!.Id}/{what}", new { });
        if (answer.Ok)
            await LoadAsync();
    }

    /// <summary>While a code is shown, this screen waits for the device to use it.</summary>
    private async Task WatchAsync(Guid device)
    {
        while (!_gone.IsCancellationRequested && _code is { } code && _open is { State: DeviceState.New } open && open.Id == device && Time.UtcMicros() < code.Until)
        {
            await Task.WhenAny(Task.Delay(Renewal, Time, _gone.Token));
            if (!_gone.IsCancellationRequested)
                await LoadAsync();
            StateHasChanged();
        }
    }

    private async Task<Answer<T>> SendAsync<T>(string path, object body)
    {
        _busy = true;
        var answer = await Api.PutAsync<T>(path, body, _gone.Token);
        (_busy, _problem) = (false, answer.Problem);
        return answer;
    }

    private string PlaceName(DeviceView device)
    {
        var site = _sites.FirstOrDefault(one => one.Code == device.Site);
        var place = site?.Tills.Concat(site.Gates).FirstOrDefault(one => one.Code == (device.Till ?? device.Gate));
        return $"{(site is null ? device.Site : In(site.Name))} {(place is null ? device.Till ?? device.Gate : In(place.Name))}";
    }

    private string Seen(DeviceView device) => device.LastSeenAt is not { } at
        ? T("devices.never-seen")
        : T("devices.seen", BusinessDate.Text(at)) + (device.Waiting > 0 ? T("devices.waits", device.Waiting) : "");
}
