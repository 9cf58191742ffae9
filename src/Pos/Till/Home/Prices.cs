using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Home;

/// <summary>The catalogue of today, and of the days to come should the network be gone by then.</summary>
internal sealed class Prices(ApiClient api, IDeviceStore store, TimeProvider clock)
{
    private const string Kept = "catalogue";
    private const int DaysAhead = 3;

    private DateOnly Today => BusinessDate.Of(clock.UtcMicros());

    /// <summary>What this device knows for today; prices of an earlier day rather than none.</summary>
    public async Task<CatalogueView?> KnownAsync() =>
        (await DaysAsync()).Where(day => day.Date <= Today).MaxBy(day => day.Date);

    /// <summary>Asks the server for today, and keeps the answer.</summary>
    public async Task<Answer<CatalogueView>> AskAsync()
    {
        var today = await api.GetAsync<CatalogueView>("/api/v1/catalogue");
        if (today.Ok)
            await KeepAsync([today.Value]);
        return today;
    }

    /// <summary>Asks for the days to come. A server that knows only today answers with today's date, and nothing is lost.</summary>
    public async Task AskAheadAsync()
    {
        var ahead = new List<CatalogueView>();
        for (var day = 1; day <= DaysAhead; day++)
        {
            var answer = await api.GetAsync<CatalogueView>($"/api/v1/catalogue?date={Today.AddDays(day):yyyy-MM-dd}");
            if (answer.Ok)
                ahead.Add(answer.Value);
        }

        await KeepAsync(ahead);
    }

    private async Task KeepAsync(IReadOnlyList<CatalogueView> fresh)
    {
        var newest = fresh.DistinctBy(day => day.Date).ToList();
        var others = (await DaysAsync()).Where(day => newest.All(one => one.Date != day.Date) && day.Date >= Today.AddDays(-1));
        await store.KeepAsync(Kept, JsonSerializer.Serialize(newest.Concat(others), Json.Options));
    }

    private async Task<IReadOnlyList<CatalogueView>> DaysAsync() =>
        await store.FindAsync(Kept) is { } text ? JsonSerializer.Deserialize<CatalogueView[]>(text, ApiClient.Reading)! : [];
}
