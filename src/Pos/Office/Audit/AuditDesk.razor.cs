using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Audit;

/// <summary>Who did what, latest first, and whether anybody touched the trail since.</summary>
public sealed partial class AuditDesk
{
    private const string Path = "/api/v1/audit";
    private readonly CancellationTokenSource _gone = new();
    private List<AuditView>? _entries;
    private AuditCheck? _check;
    private DateOnly? _from;
    private DateOnly? _to;
    private string? _person;
    private string? _deed;
    private string? _subject;
    private long? _next;
    private bool _busy;
    private bool _checking;
    private Problem? _problem;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    protected override Task OnInitializedAsync() => FindAsync();

    protected override void Leave() => _gone.Cancel();

    private async Task FindAsync()
    {
        (_entries, _next) = (null, null);
        await OlderAsync();
    }

    private async Task OlderAsync()
    {
        _busy = true;
        var answer = await Api.GetAsync<AuditPage>(Path + Query(), _gone.Token);
        (_busy, _problem) = (false, answer.Problem);
        if (!answer.Ok)
            return;
        _entries = [.. _entries ?? [], .. answer.Value.Items];
        _next = answer.Value.Next;
    }

    private async Task CheckAsync()
    {
        _checking = true;
        var answer = await Api.GetAsync<AuditCheck>(Path + "/check", _gone.Token);
        (_checking, _problem) = (false, answer.Problem);
        _check = answer.Ok ? answer.Value : null;
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

    private string NameOf(Deed deed) => T($"audit.deed-{deed.ToString().ToLowerInvariant()}");
}
