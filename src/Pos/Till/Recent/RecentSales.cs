using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Recent;

/// <summary>A sale of this till, and what this device still has to do about it.</summary>
/// <param name="Row">As the list shows it.</param>
/// <param name="Sale">All of it; <c>null</c> while only another device has it and the server was not asked.</param>
/// <param name="Fact">What this device still has to send.</param>
internal sealed record RecentSale(LastSaleView Row, SaleView? Sale, KeptFact? Fact)
{
    /// <summary>True when the server has the sale.</summary>
    public bool Recorded => Fact is null or { State: FactState.Acknowledged };

    public static RecentSale Of(KeptFact fact)
    {
        var sale = JsonSerializer.Deserialize<SaleView>(fact.Shown!, ApiClient.Reading)!;
        var refunded = (sale.Refunds ?? []).Select(refund => refund.Total).Sum();
        return new(new(sale.Id, sale.ReceiptNumber, sale.OccurredAt, sale.Total, sale.State, sale.Ticket?.People ?? 0, refunded), sale, fact);
    }
}

/// <summary>The last sales of a till: what this device wrote, and what the server knows of it when it can be asked.</summary>
internal sealed class RecentSales(IDeviceStore store, ApiClient api)
{
    private const int Most = 50;

    /// <summary>Sales this device wrote, newest first.</summary>
    public async Task<IReadOnlyList<RecentSale>> KnownAsync(string till) =>
    [
        .. (await store.RecentAsync(till, Most)).Where(fact => fact.Shown is not null && !fact.Path.Contains("/refunds/", StringComparison.Ordinal)).Select(RecentSale.Of),
    ];

    /// <summary>The same with the server's word on each, and with sales of other devices.</summary>
    public async Task<Answer<IReadOnlyList<RecentSale>>> AskAsync(string till, IReadOnlyList<RecentSale> known)
    {
        var answer = await api.GetAsync<IReadOnlyList<LastSaleView>>($"/api/v1/tills/{Uri.EscapeDataString(till)}/sales?take={Most}");
        if (!answer.Ok)
            return answer.Problem;
        var here = known.ToDictionary(sale => sale.Row.Id);
        var recorded = answer.Value.Select(row => new RecentSale(row, here.GetValueOrDefault(row.Id)?.Sale, null)).ToList();
        var unsent = known.ExceptBy(recorded.Select(sale => sale.Row.Id), sale => sale.Row.Id);
        RecentSale[] all = [.. unsent.Concat(recorded).OrderByDescending(sale => sale.Row.OccurredAt).Take(Most)];
        return all;
    }

    /// <summary>All of a recorded sale, as it stands now.</summary>
    public async Task<Answer<RecentSale>> ReadAsync(RecentSale sale)
    {
        var answer = await api.GetAsync<SaleView>($"/api/v1/sales/{sale.Row.Id}");
        return answer.Ok ? sale with { Sale = answer.Value } : answer.Problem;
    }
}
