using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Devices;

/// <summary>
/// Reads in what waited on a revoked device without network. The server says whether the file is as the device saved it; each item then goes the way it
/// would have gone by network, so it is checked as it would have been, and a repeat changes nothing.
/// </summary>
public sealed partial class HandOverPanel
{
    private HandOverFile? _file;
    private HandOverCheckView? _check;
    private List<HandOverFault> _faults = [];
    private List<HandOverItem> _good = [];
    private int _done;
    private int? _taken;
    private string? _said;

    /// <summary>Something was handed over: the list of devices says so.</summary>
    [Parameter]
    public EventCallback OnTaken { get; set; }

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        (_file, _check, _taken, Problem, _said) = (null, null, null, null, null);
        if (chosen.File.Size > HandOverFile.MostBytes)
        {
            _said = T("handover.too-large", HandOverFile.MostBytes >> 20);
            return;
        }

        await using var stream = chosen.File.OpenReadStream(HandOverFile.MostBytes, Gone);
        try
        {
            _file = await JsonSerializer.DeserializeAsync<HandOverFile>(stream, Json.Options, Gone);
        }
        catch (JsonException)
        {
            _file = null;
        }

        if (_file is { } file)
            await CheckAsync(file);
        else
            _said = T("handover.unreadable");
    }

    private async Task CheckAsync(HandOverFile file)
    {
        var answer = await SendAsync(() => Api.PostAsync<HandOverCheckView>($"{Devices}/{file.Device}/hand-over-check", file, Gone));
        if (!answer.Ok)
            return;
        _check = answer.Value;
        _faults = [.. answer.Value.Faults];
        var wrong = _faults.Select(fault => fault.Item).ToHashSet();
        _good = [.. file.Items.Where((_, index) => !wrong.Contains(index + 1))];
    }

    /// <summary>One item that the server does not take holds up no other.</summary>
    private async Task TakeAsync()
    {
        (Sending, _done, Problem) = (true, 0, null);
        if (!_check!.Proven && await NoteAsync(0, 0) is { } unheard)
        {
            (Sending, Problem) = (false, unheard);
            return;
        }

        _faults.RemoveAll(fault => fault.Item is { } item && _good.Contains(_file!.Items[item - 1]));
        var taken = (Sales: 0, Scans: 0);
        foreach (var item in _good)
        {
            var problem = await SendAsync(item);
            if (problem is { Kind: ProblemKind.Offline or ProblemKind.SignedOut })
            {
                Problem = problem;
                break;
            }

            if (problem is not null)
                _faults.Add(new HandOverFault(_file!.Items.Index().First(one => one.Item == item).Index + 1, new LocalText(problem.Detail ?? "", problem.Detail ?? "")));
            else if (item.Kind == HandOverKind.Scan)
                taken.Scans++;
            else
                taken.Sales++;
            _done++;
            StateHasChanged();
        }

        _taken = taken.Sales + taken.Scans;
        var noted = await NoteAsync(taken.Sales, taken.Scans);
        (Sending, Problem) = (false, Problem ?? noted);
        await OnTaken.InvokeAsync();
    }

    /// <summary>That nobody can tell who wrote a file is said before anything of it is taken: this tab may be closed half way.</summary>
    private async Task<Problem?> NoteAsync(int sales, int scans)
    {
        var sent = new DeviceHandOver(sales, _file!.Items.Count - sales - scans) { Scans = scans, File = _file.Id, Unproven = !_check!.Proven };
        return (await Api.PutAsync<DeviceView>($"{Devices}/{_file.Device}/hand-over", sent, Gone)).Problem;
    }

    private async Task<Problem?> SendAsync(HandOverItem item)
    {
        JsonElement body;
        try
        {
            body = JsonSerializer.Deserialize<JsonElement>(item.Body, Json.Options);
        }
        catch (JsonException)
        {
            return new Problem(ProblemKind.Refused, T("handover.unreadable"));
        }

        return item.Kind == HandOverKind.Scan
            ? (await Api.PostAsync<JsonElement>(item.Path, body, Gone)).Problem
            : (await Api.PutAsync<JsonElement>(item.Path, body, Gone)).Problem;
    }

    private const string Devices = "/api/v1/devices";
}
