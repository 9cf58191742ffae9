using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Payments.Payouts;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Webhooks;

/// <summary>Asks the provider about what a stored event names.</summary>
internal sealed partial class AskAboutEvent(
    IDbContextFactory<PosDbContext> contexts, AdvancePayment advance, LookAtRefund refunds, ReadPayout payouts, ILogger<AskAboutEvent> log)
{
    /// <summary><c>null</c> for an event that concerns nothing we keep.</summary>
    public async Task<Advance?> RunAsync(EventHint hint, CancellationToken ct)
    {
        if (hint.IsRefund)
            return hint.Refund is { } refund ? await refunds.LookAgainAsync(refund, ct) : null;
        if (hint is { IsPayout: true, ObjectId: { } payout })
            await payouts.RunAsync(payout, ct);
        return hint.IsOurs ? await AdvanceAsync(hint, ct) : null;
    }

    private async Task<Advance?> AdvanceAsync(EventHint hint, CancellationToken ct)
    {
        if (await IsOldNewsAsync(hint, ct))
            return Advance.Done;
        var advanced = hint.Payment is { } payment ? await advance.RunAsync(payment, hint.ObjectId, ct) : Advance.Unknown;
        if (advanced == Advance.Unknown)
            Unmatched(log, hint.Type, hint.Id);
        return advanced;
    }

    /// <summary>A paid payment stays paid, and its provider tells so in several ways. What another object means must be asked.</summary>
    private async Task<bool> IsOldNewsAsync(EventHint hint, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Payment>().AnyAsync(
            row => row.Id == hint.Payment && row.State == PaymentState.Succeeded
                && row.Attempts.Any(attempt => attempt.SessionId == hint.ObjectId || attempt.IntentId == hint.ObjectId), ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Event {Type} {Event} names no payment of ours")]
    private static partial void Unmatched(ILogger log, string type, string @event);
}
