using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Payments.Payouts;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;

namespace Tourism.Pos.Payments.Webhooks;

/// <summary>Asks the provider about what a stored event names.</summary>
internal sealed partial class AskAboutEvent(
    IDbContextFactory<PosDbContext> contexts, AdvancePayment advance, LookAtRefund refunds, ReadPayout payouts, ILogger<AskAboutEvent> log)
{
    /// <summary><c>null</c> for an event that concerns nothing we keep.</summary>
    public async Task<Advance?> RunAsync(long seq, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var received = await db.Set<StripeEvent>().AsNoTracking().SingleAsync(row => row.Seq == seq, ct);
        var hint = EventHint.Read(received.Body)!;
        if (hint.IsRefund)
            return hint.Refund is { } refund ? await refunds.LookAgainAsync(refund, ct) : null;
        if (hint is { IsPayout: true, ObjectId: { } payout })
            await payouts.RunAsync(payout, ct);
        return hint.IsOurs ? await AdvanceAsync(hint, ct) : null;
    }

    private async Task<Advance?> AdvanceAsync(EventHint hint, CancellationToken ct)
    {
        var advanced = hint.Payment is { } payment ? await advance.RunAsync(payment, hint.ObjectId, ct) : Advance.Unknown;
        if (advanced == Advance.Unknown)
            Unmatched(log, hint.Type, hint.Id);
        return advanced;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Event {Type} {Event} names no payment of ours")]
    private static partial void Unmatched(ILogger log, string type, string @event);
}
