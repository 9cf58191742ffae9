using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Books;

/// <summary>
/// Keeps the series of this device. A device that knows none opens one under a new name, so a lost, copied or restored device never
/// continues another's numbers.
/// </summary>
public sealed class SeriesKeeper(ApiClient api, IDeviceStore store)
{
    private const int Attempts = 5;

    public static string KeyOf(string till) => "series." + till;

    /// <summary>Opens the series of this device, or finds it again. Without an answer a known series goes on.</summary>
    public async Task<Problem?> OpenAsync(string till)
    {
        await store.PersistAsync();
        await TakeOverAsync(till);
        var key = await store.PublicKeyAsync();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (text, known) = await FindAsync(till);
            var asked = known ?? Series.New();
            if (known is null && !await MoveAsync(till, text, asked))
                continue;
            var answer = await OpenAsync(till, asked, key);
            if (!answer.Ok)
                return asked.Epoch > 0 && answer.Problem.MayRepeat ? null : answer.Problem;
            if (await TakeAsync(till, asked, answer.Value))
            {
                if (answer.Value.Renew)
                    await RenewAsync(till);
                return null;
            }
        }

        return new Problem(ProblemKind.Trouble);
    }

    /// <summary>The series with the text it is kept as: who writes the next one names what they have seen.</summary>
    public async Task<(string? Text, Series? Series)> FindAsync(string till)
    {
        var text = await store.FindAsync(KeyOf(till));
        return (text, text is null ? null : JsonSerializer.Deserialize<Series>(text, ApiClient.Reading));
    }

    /// <summary>
    /// Another key and a series with it, first at the server and then here: without an answer this device goes on as it was, and is asked again the
    /// next time.
    /// </summary>
    private async Task RenewAsync(string till)
    {
        var (text, _) = await FindAsync(till);
        if (await store.NextKeyAsync() is not { } key)
            return;
        var fresh = Series.New();
        var answer = await OpenAsync(till, fresh, key);
        if (answer.Ok && fresh.With(answer.Value) is { } opened)
            await store.MoveToNextKeyAsync(KeyOf(till), text, JsonSerializer.Serialize(opened, Json.Options));
    }

    private Task<Answer<EpochView>> OpenAsync(string till, Series series, byte[]? key) => api.PutAsync<EpochView>(
        $"/api/v1/tills/{Uri.EscapeDataString(till)}/epochs/{series.Id}", new EpochRequest(key is null ? null : Convert.ToBase64String(key)));

    /// <summary>False when the server's answer ends this series, or another tab wrote first: then it is opened again.</summary>
    private async Task<bool> TakeAsync(string till, Series asked, EpochView view)
    {
        var (text, now) = await FindAsync(till);
        if (now is null || now.Id != asked.Id)
            return false;
        if (now.With(view) is { } known)
            return known == now || await MoveAsync(till, text, known);
        await MoveAsync(till, text, Series.New());
        return false;
    }

    /// <summary>Series and unsent sale of versions that kept them in the page's own storage.</summary>
    private async Task TakeOverAsync(string till)
    {
        var (oldSeries, oldSale) = ("tourism.series." + till, "tourism.unsent." + till);
        if (await store.EarlierAsync(oldSeries) is not { } series)
            return;
        var unsent = await store.EarlierAsync(oldSale);
        await store.MoveAsync(KeyOf(till), null, series, unsent is null ? null : Earlier(till, unsent));
        await store.ForgetEarlierAsync(oldSale);
        await store.ForgetEarlierAsync(oldSeries);
    }

    private static KeptFact Earlier(string till, string text)
    {
        var sale = JsonSerializer.Deserialize<EarlierSale>(text, ApiClient.Reading)!;
        var paid = sale.Request.Tenders.All(tender => tender.Kind == TenderKind.Cash);
        return new KeptFact(
            sale.Id, till, $"/api/v1/sales/{sale.Id}", JsonSerializer.Serialize(sale.Request, Json.Options), sale.Request.OccurredAt,
            State: paid ? FactState.Pending : FactState.Attended);
    }

    private sealed record EarlierSale(Guid Id, SaleRequest Request);

    private ValueTask<bool> MoveAsync(string till, string? seen, Series series) =>
        store.MoveAsync(KeyOf(till), seen, JsonSerializer.Serialize(series, Json.Options));
}
