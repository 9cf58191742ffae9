using Stripe;
using Tourism.Kernel;
using Tourism.Kernel.Server.Jobs;

namespace Tourism.Pos.Payments.Payouts;

/// <summary>Looks at the payouts of the last 60 days: new ones are read down to their sales, and a bank may have sent an old one back.</summary>
internal sealed class ReconcilePayouts(ReadPayout read, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Back = TimeSpan.FromDays(60);

    public string Name => "pos-payouts";

    public string Cron => "40 4 * * *";

    public async Task RunAsync(CancellationToken ct)
    {
        var client = await read.ClientAsync(ct);
        var search = new PayoutListOptions { Created = new DateRangeOptions { GreaterThanOrEqual = clock.UtcMicros() - Back }, Limit = 100 };
        await foreach (var payout in client.V1.Payouts.ListAutoPagingAsync(search, null, ct))
            await read.KeepAsync(client, payout, ct);
    }
}
