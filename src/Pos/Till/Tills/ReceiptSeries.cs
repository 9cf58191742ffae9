using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Tills;

/// <summary>A receipt number of this device, and the series it belongs to.</summary>
public sealed record ReceiptNumber(int Epoch, int Number);

/// <summary>
/// The receipt numbers this device gives on a till. A device that knows no series opens one under a new name, so a lost or copied
/// device never continues another's numbers.
/// </summary>
public sealed class ReceiptSeries(ApiClient api, IDevice device)
{
    /// <summary>Opens the series of this device, or finds it again. Without an answer a known series goes on.</summary>
    public async Task<Problem?> OpenAsync(string till)
    {
        var known = await FindAsync(till) ?? new Series(Guid.CreateVersion7(), 0, 0);
        await KeepAsync(till, known);
        var answer = await api.PutAsync<EpochView>($"/api/v1/tills/{Uri.EscapeDataString(till)}/epochs/{known.Id}");
        if (!answer.Ok)
            return known.Epoch > 0 && answer.Problem.MayRepeat ? null : answer.Problem;
        await KeepAsync(till, Merge(known, answer.Value));
        return null;
    }

    /// <summary>The next number, kept on the device before anyone can use it.</summary>
    public async Task<Answer<ReceiptNumber>> NextAsync(string till)
    {
        if (await FindAsync(till) is not { Epoch: > 0 } && await OpenAsync(till) is { } problem)
            return problem;
        var series = (await FindAsync(till))!;
        series = series with { Last = series.Last + 1 };
        await KeepAsync(till, series);
        return new ReceiptNumber(series.Epoch, series.Last);
    }

    /// <summary>Takes back a number whose sale the server has turned down, so that the series has no gap.</summary>
    public async Task GiveBackAsync(string till, ReceiptNumber number)
    {
        if (await FindAsync(till) is { } series && series.Epoch == number.Epoch && series.Last == number.Number)
            await KeepAsync(till, series with { Last = number.Number - 1 });
    }

    /// <summary>The server may have seen more than this device remembers, and a server set up anew opens another epoch under the same name.</summary>
    private static Series Merge(Series known, EpochView view) =>
        known with { Epoch = view.Epoch, Last = view.Epoch == known.Epoch ? Math.Max(known.Last, view.LastNumber) : view.LastNumber };

    private async Task<Series?> FindAsync(string till) =>
        await device.ReadAsync(KeyOf(till)) is { } text ? JsonSerializer.Deserialize<Series>(text, Json.Options) : null;

    private ValueTask KeepAsync(string till, Series series) => device.WriteAsync(KeyOf(till), JsonSerializer.Serialize(series, Json.Options));

    private static string KeyOf(string till) => "tourism.series." + till;

    private sealed record Series(Guid Id, int Epoch, int Last);
}
