using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Cases;

/// <summary>Decides about late or doubtful money, once: the same decision again is a repeat, another one comes too late.</summary>
internal sealed class DecideCase(Writer<PosDbContext> writer, FindCases find, SaleSettlement settlement, Bell<SubmitRefunds> bell, TimeProvider clock)
{
    public const int MaxNote = 500;

    public async Task<Result<PaymentCaseDetail>> HandleAsync(Guid id, CaseDecisionRequest request, Actor by, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason) || BasketChecks.Text(request.Reason, MaxNote, "reason") is not null)
            return new NoReason();
        var found = await find.FindAsync(id, ct);
        if (!found.Ok)
            return found.Failure;
        if (found.Value.Case.Decision is { } earlier)
            return earlier == request.Decision ? found.Value : new DecidedBefore(earlier);
        if (!found.Value.Possible.Contains(request.Decision))
            return found.Value.Asked ? new NotPossible(request.Decision) : new ProviderNotAsked();
        var decided = await writer.RunAsync(db => DecideAsync(db, found.Value, request, by, ct), ct);
        bell.Ring();
        return decided.Ok ? await find.FindAsync(id, ct) : decided.Failure;
    }

    private async Task<Result<bool>> DecideAsync(PosDbContext db, PaymentCaseDetail found, CaseDecisionRequest request, Actor by, CancellationToken ct)
    {
        var now = clock.UtcMicros();
        var payment = await db.Set<Payment>().Include(row => row.Attempts).SingleAsync(row => row.Id == found.Case.Id, ct);
        if (payment.Decision is { } earlier)
            return earlier == request.Decision ? true : new DecidedBefore(earlier);
        payment.Decide(request.Decision, by.Person!, request.Reason.Trim(), now);
        db.Audit(Deed.PaymentDecided, by, found.Case.Receipt, now, new { found.Case.State, found.Case.Doubt, found.Provider }, request);
        if (request.Decision == CaseDecision.Finish)
            return await settlement.FinishLateAsync(db, payment.Sale, payment.Id, now, ct) ? true : new NotPossible(request.Decision);
        if (request.Decision == CaseDecision.GiveBack)
            db.Add(Return(payment, found.Provider!, now));
        if (payment.Stray is null)
            await SaleSettlement.OnTenderDeadAsync(db, payment.Sale, now, ct);
        return true;
    }

    private static RefundTender Return(Payment payment, ProviderSays provider, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Tender = payment.Id,
        Kind = payment.Method == PaymentMethod.Reader ? TenderKind.Card : TenderKind.Qr,
        Amount = provider.Held,
        Intent = provider.Id,
        State = RefundState.Pending,
        NextTryAt = now,
    };
}

internal sealed record NoReason() : Failure(
    "no-reason", FailureKind.Invalid, $"理由を1~{DecideCase.MaxNote}字で書いてください。", $"Give a reason of 1 to {DecideCase.MaxNote} characters.", "reason");

internal sealed record DecidedBefore(CaseDecision Decision) : Failure(
    "decided-before", FailureKind.Conflict,
    $"この支払いはもう決められています({Decision})。一覧を開き直してください。", $"This payment has been decided already ({Decision}). Open the list again.");

internal sealed record NotPossible(CaseDecision Decision) : Failure(
    "decision-not-possible", FailureKind.Refused,
    "決済会社の今の状態ではできません。開き直して、選べるものから選んでください。",
    $"'{Decision}' is not possible as the provider stands now. Open it again and choose from what is offered.", "decision");

internal sealed record ProviderNotAsked() : Failure(
    "provider-not-asked", FailureKind.Unavailable,
    "決済会社に問い合わせできませんでした。少し待ってからもう一度試してください。", "The payment provider could not be asked. Wait a moment and try again.");
