using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Till.Gate;

/// <summary>Tells the server what this gate did while it was alone. Every step may be repeated: nobody is counted twice.</summary>
internal sealed class GateReports(ApiClient api)
{
    private const int Conflict = 409;

    /// <summary>Reports one scan; the answer is the server's last word on it.</summary>
    public async Task<Answer<ScanView>> SendAsync(KeptScan scan)
    {
        if (scan.OnServer)
            return await UndoAsync(scan);
        var answer = await PostAsync(scan, scan.Request);
        return answer.Problem is { Status: Conflict } ? await ReconcileAsync(scan) : answer;
    }

    /// <summary>The question had arrived before this gate gave up waiting and decided: what the server counted then must become what happened.</summary>
    private async Task<Answer<ScanView>> ReconcileAsync(KeptScan scan)
    {
        var asked = await PostAsync(scan, scan.Request with { Happened = null });
        if (!asked.Ok)
            return asked;
        var counted = asked.Value.Undone ? 0 : asked.Value.Admitted + asked.Value.WentOut;
        if (counted == scan.Moved)
            return asked;
        if (counted > 0 && await UndoAsync(scan) is { Ok: false } refused)
            return refused;
        return scan.Moved > 0 ? await PostAsync(scan, scan.Request with { Id = scan.Spare }) : asked;
    }

    private Task<Answer<ScanView>> UndoAsync(KeptScan scan) => api.PutAsync<ScanView>($"{PathOf(scan.Gate)}/{scan.Request.Id}/undo", new ScanUndoRequest(scan.Request.Person) { Device = scan.Request.Device });

    private Task<Answer<ScanView>> PostAsync(KeptScan scan, ScanRequest request) => api.PostAsync<ScanView>(PathOf(scan.Gate), request);

    /// <summary>Where scans of a gate go.</summary>
    public static string PathOf(string gate) => $"/api/v1/gates/{Uri.EscapeDataString(gate)}/scans";
}
