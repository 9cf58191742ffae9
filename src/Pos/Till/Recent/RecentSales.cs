using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Recent;

/// <summary>A sale of this till, and what this device still has to do about it.</summary>
/// <param name="Summary">As the list shows it.</param>
/// <param name="Sale">All of it; <c>null</c> while only another device and the server know.</param>
/// <param name="Fact">As this device wrote it; <c>null</c> once the server has listed it.</param>
public sealed record RecentSale(LastSaleView Summary, SaleView? Sale, KeptFact? Fact)
{
    public static RecentSale Of(KeptFact fact)
    {
        var sale = JsonSerializer.Deserialize<SaleView>(fact.Shown!, ApiClient.Reading)!;
        return new RecentSale(SummaryOf(sale), sale, fact);
    }

    /// <summary>As the server has it.</summary>
    public static RecentSale Of(SaleView sale) => new(SummaryOf(sale), sale, null);

    /// <summary>True when the server has the sale.</summary>
    public bool Recorded => Fact is null or { State: FactState.Acknowledged };

    private static LastSaleView SummaryOf(SaleView sale)
    {
        var refunded = (sale.Refunds ?? []).Select(refund => refund.Total).Sum();
        return new LastSaleView(sale.Id, sale.ReceiptNumber, sale.OccurredAt, sale.Total, sale.State, sale.Ticket?.People ?? 0, refunded);
    }
}

/// <summary>The last sales of a till: what this device wrote, and what the server knows of it when it can be asked.</summary>
internal sealed class RecentSales(IDeviceStore store, ApiClient api)
{
    private const int Most = 50;
    private const int All = 500;

    /// <summary>Sales this device wrote, newest first.</summary>
    public Task<IReadOnlyList<RecentSale>> KnownAsync(string till) => KnownAsync(till, Most);

    /// <summary>
    /// The sale that is looked for, as the server has it. What only this device knows is given without asking; without an answer, whatever it knows.
    /// </summary>
    public async Task<(Problem? Problem, RecentSale? Sale)> FindAsync(string till, SaleSearch wanted)
    {
        var known = (await KnownAsync(till, All)).FirstOrDefault(sale => wanted.Fits(sale.Sale!));
        if (known is { Recorded: false })
            return (null, known);
        var answer = await api.GetAsync<SaleView>($"/api/v1/sales?{wanted.Query}");
        return (answer.Problem, answer.Ok ? RecentSale.Of(answer.Value) : answer.Problem.Kind == ProblemKind.Offline ? known : null);
    }

    private async Task<IReadOnlyList<RecentSale>> KnownAsync(string till, int most) =>
    [
        .. (await store.RecentAsync(till, most)).Where(fact => fact.Shown is not null && !fact.Path.Contains("/refunds/", StringComparison.Ordinal))
            .Select(RecentSale.Of),
    ];

    /// <summary>The same as the server lists it, with sales of other devices.</summary>
    public async Task<Answer<IReadOnlyList<RecentSale>>> AskAsync(string till, IReadOnlyList<RecentSale> known)
    {
        var answer = await api.GetAsync<IReadOnlyList<LastSaleView>>($"/api/v1/tills/{Uri.EscapeDataString(till)}/sales?take={Most}");
        if (!answer.Ok)
            return answer.Problem;
        var unsent = known.Where(sale => answer.Value.All(recorded => recorded.Id != sale.Summary.Id));
        var recorded = answer.Value.Select(sale => new RecentSale(sale, known.FirstOrDefault(one => one.Summary.Id == sale.Id)?.Sale, null));
        RecentSale[] all = [.. unsent.Concat(recorded).OrderByDescending(sale => sale.Summary.OccurredAt).Take(Most)];
        return all;
    }

    /// <summary>All that the server knows of one sale by now: tickets, refunds.</summary>
    public Task<Answer<SaleView>> AskAsync(Guid sale) => api.GetAsync<SaleView>($"/api/v1/sales/{sale}");
}
