using System.Text.Json;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Recent;

/// <summary>A sale of this till, and what this device still has to do about it.</summary>
internal sealed record RecentSale(SaleView Sale, KeptFact? Fact)
{
    /// <summary>True when the server has the sale.</summary>
    public bool Recorded => Fact is null or { State: FactState.Acknowledged };
}

/// <summary>The last sales of a till: what this device wrote, and what the server knows of it when it can be asked.</summary>
internal sealed class RecentSales(IDeviceStore store, ApiClient api)
{
    private const int Most = 50;

    /// <summary>Sales this device wrote, newest first.</summary>
    public async Task<IReadOnlyList<RecentSale>> KnownAsync(string till) =>
    [
        .. (await store.RecentAsync(till, Most)).Where(fact => fact.Shown is not null && !fact.Path.Contains("/refunds/", StringComparison.Ordinal))
            .Select(fact => new RecentSale(JsonSerializer.Deserialize<SaleView>(fact.Shown!, ApiClient.Reading)!, fact)),
    ];

    /// <summary>The same with the server's word on each, and with sales of other devices.</summary>
    public async Task<Answer<IReadOnlyList<RecentSale>>> AskAsync(string till, IReadOnlyList<RecentSale> known)
    {
        var answer = await api.GetAsync<IReadOnlyList<SaleView>>($"/api/v1/tills/{Uri.EscapeDataString(till)}/sales");
        if (!answer.Ok)
            return answer.Problem;
        var unsent = known.Where(sale => answer.Value.All(recorded => recorded.Id != sale.Sale.Id));
        RecentSale[] all = [.. unsent.Concat(answer.Value.Select(sale => new RecentSale(sale, null))).OrderByDescending(sale => sale.Sale.OccurredAt).Take(Most)];
        return all;
    }
}
