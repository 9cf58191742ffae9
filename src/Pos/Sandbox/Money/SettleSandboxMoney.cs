using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sandbox.Faults;

namespace Tourism.Pos.Sandbox.Money;

/// <summary>Lets refunds and payouts arrive when their time has come.</summary>
internal sealed class SettleSandboxMoney(SandboxDesk desk, IDbContextFactory<PosDbContext> contexts, TimeProvider clock) : IRound
{
    private const int Batch = 50;
    private static readonly string[] Kinds = [SandboxObject.Refund, SandboxObject.Payout];

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var due = await DueAsync(ct);
        foreach (var id in due)
            await desk.WriteAsync(books => SettleAsync(books, id, ct), null, ct);
        return due.Count;
    }

    private async Task<List<string>> DueAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = (await SandboxControls.ReadAsync(db, ct)).Now(clock);
        return await db.Set<SandboxObject>().Where(row => Kinds.Contains(row.Kind) && row.ExpiresAt <= now).OrderBy(row => row.Seq).Take(Batch).Select(row => row.Id).ToListAsync(ct);
    }

    /// <summary>Another host may have been faster.</summary>
    private static async Task<Result<JsonObject>> SettleAsync(SandboxBooks books, string id, CancellationToken ct)
    {
        var stored = await books.Db.Set<SandboxObject>().SingleAsync(row => row.Id == id, ct);
        if (!(stored.ExpiresAt <= books.Now))
            return stored.Read();
        return stored.Kind == SandboxObject.Payout
            ? SandboxPayouts.Settle(books, stored, paid: true)
            : await SettleRefund.RunAsync(books, stored, arrived: stored.Hidden != SettleRefund.WillFail, ct);
    }
}
