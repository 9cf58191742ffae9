using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Sales;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Payments.Failures;
using Tourism.Pos.Tests.Refunds;

namespace Tourism.Pos.Tests.Payments.Simulation;

/// <summary>Provider, books and what really happened, side by side.</summary>
internal static class Truth
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What differs, one line each.</summary>
    public static async Task<List<string>> CompareAsync(CounterHost counter, IEnumerable<Party> parties)
    {
        var (_, differences) = await counter.ReadAsync(MoneyCheck.LookAsync);
        var provider = await counter.ReadAsync(ProviderBooks.ReadAsync);
        var sales = await counter.ReadAsync(db => db.Set<Sale>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.State, Ct));
        foreach (var party in parties)
        {
            var (order, state) = (party.Scene.Order, sales[party.Scene.Order.Sale]);
            if (state == SaleState.AwaitingPayment || party.Charged != (state == SaleState.Completed ? order.Total.Amount : 0))
                differences.Add($"Payment {order.Tender}: its visitor was charged {party.Charged} of {order.Total}, the sale is {state}; {await TellAsync(counter, party)}");
            if (party.Promised != provider.GivenBack(order.Tender))
                differences.Add($"Payment {order.Tender}: its visitor was promised {party.Promised} back and got {provider.GivenBack(order.Tender)}");
        }

        return differences;
    }

    private static async Task<string> TellAsync(CounterHost counter, Party party)
    {
        var payment = await party.Scene.LoadAsync();
        var events = await counter.ReadAsync(db => db.Set<SandboxEvent>().Where(row => row.Body.Contains(payment.Id.ToString())).OrderBy(row => row.Seq).Select(row => row.Type).ToListAsync(Ct));
        return $"{payment.Method} is {payment.State} ({payment.Review}), the provider told: {string.Join(", ", events)}";
    }
}
