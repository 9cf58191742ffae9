using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Office.Audit;

/// <summary>Who did what, latest first, and whether anybody touched the trail since.</summary>
public sealed partial class AuditDesk
{
    private const string Path = "/api/v1/audit";
    private List<AuditView>? _entries;
    private Dictionary<Guid, string> _devices = [];
    private AuditCheck? _check;
    private DateOnly? _from;
    private DateOnly? _to;
    private string? _person;
    private string? _deed;
    private string? _subject;
    private long? _next;
    private bool _checking;

    protected override async Task OnInitializedAsync()
    {
        _devices = (await ReadAsync<IReadOnlyList<DeviceView>>("/api/v1/devices"))?.ToDictionary(device => device.Id, device => device.Name) ?? [];
        await FindAsync();
    }

    private async Task FindAsync()
    {
        (_entries, _next) = (null, null);
        await OlderAsync();
    }

    private async Task OlderAsync()
    {
        var answer = await SendAsync(() => Api.GetAsync<AuditPage>(Path + Query(), Gone));
        if (answer.Ok)
            (_entries, _next) = ([.. _entries ?? [], .. answer.Value.Items], answer.Value.Next);
    }

    private async Task CheckAsync()
    {
        _checking = true;
        _check = await ReadAsync<AuditCheck>(Path + "/check");
        _checking = false;
    }

    private string Query()
    {
        var asked = new (string Name, string? Value)[]
        {
            ("from", _from is { } from ? BusinessDate.Text(from) : null), ("to", _to is { } to ? BusinessDate.Text(to) : null),
            ("person", _person), ("deed", _deed), ("subject", _subject), ("before", _next?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        };
        var query = string.Join('&', asked.Where(one => !string.IsNullOrWhiteSpace(one.Value)).Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value!.Trim())}"));
        return query.Length > 0 ? "?" + query : "";
    }

    /// <summary>The device's name, or the beginning of its number where nobody knows it any more.</summary>
    private string DeviceOf(AuditView entry) => entry.Device is { } device ? _devices.GetValueOrDefault(device) ?? device.ToString()[..8] : "";

    private string NameOf(Deed deed) => T($"audit.deed-{deed.ToString().ToLowerInvariant()}");
}
