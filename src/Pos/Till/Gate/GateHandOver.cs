using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Outbox;

namespace Tourism.Pos.Till.Gate;

/// <summary>Scans that wait on a gate which is trusted no more. Each says who scanned and on which device.</summary>
internal sealed class GateHandOver(GateBook book, GateReports reports) : IHandsOver
{
    public async Task<IReadOnlyList<HandOverItem>> WaitingAsync(Guid device) =>
        [.. (await OpenAsync(device)).Where(scan => !scan.OnServer).Select(scan => new HandOverItem(GateReports.PathOf(scan.Gate), JsonSerializer.Serialize(scan.Request, Json.Options)))];

    public async Task<(int Taken, Problem? Problem)> SendAsync(Guid device)
    {
        var (taken, problem) = (0, (Problem?)null);
        foreach (var scan in await OpenAsync(device))
        {
            var answer = await reports.SendAsync(scan);
            if (answer.Problem is { Kind: ProblemKind.Offline or ProblemKind.SignedOut } silent)
                return (taken, silent);
            problem ??= answer.Problem;
            // What the server does not take stays: this may be the only record of it, and the file can hold it. Of an undo the server has the scan itself.
            if (answer.Ok || (scan.OnServer && !answer.Problem.MayRepeat))
                await book.DropAsync(scan, GateConflict.Of(scan, answer));
            taken += answer.Ok ? 1 : 0;
        }

        return (taken, problem);
    }

    private async Task<IReadOnlyList<KeptScan>> OpenAsync(Guid device)
    {
        await book.OpenAsync();
        return [.. book.Scans.Select(scan => scan with { Request = scan.Request with { Device = scan.Request.Device ?? device } })];
    }
}
