using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Cases;

/// <summary>Payments that wait for a person: money that came late, and what does not fit our books.</summary>
internal sealed class FindCases(IDbContextFactory<PosDbContext> contexts, AskProvider provider)
{
    private const int Most = 200;
    private static readonly PaymentState[] States = [PaymentState.LatePaid, PaymentState.NeedsReview];

    /// <param name="open">Only what nobody has decided.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<IReadOnlyList<PaymentCaseView>> ListAsync(bool open, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var cases = from payment in db.Set<Payment>().AsNoTracking()
                    where States.Contains(payment.State) && (!open || payment.DecidedAt == null)
                    join sale in db.Set<Sale>().AsNoTracking() on payment.Sale equals sale.Id
                    orderby payment.Seq descending
                    select new { payment, sale };
        return [.. (await cases.Take(Most).ToListAsync(ct)).Select(one => View(one.payment, one.sale))];
    }

    public async Task<Result<PaymentCaseDetail>> FindAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var payment = await db.Set<Payment>().AsNoTracking().Include(row => row.Attempts).SingleOrDefaultAsync(row => row.Id == id, ct);
        if (payment is null || !States.Contains(payment.State))
            return new NoCase(id);
        var sale = await db.Set<Sale>().AsNoTracking().Include(row => row.Tenders).SingleAsync(row => row.Id == payment.Sale, ct);
        var (asked, says) = await provider.RunAsync(payment, ct);
        return new PaymentCaseDetail(View(payment, sale), sale.State, says, asked, [.. Possible(payment, sale, asked, says)]);
    }

    /// <summary>What can be decided, given what the provider has of the visitor.</summary>
    private static IEnumerable<CaseDecision> Possible(Payment payment, Sale sale, bool asked, ProviderSays? says)
    {
        if (!asked || payment.DecidedAt is not null)
            yield break;
        if (says is null || says.Held == Yen.Zero)
        {
            yield return CaseDecision.Close;
            yield break;
        }

        if (payment.Stray is null && SaleSettlement.MayFinish(sale.State, sale.Holds.Any()))
            yield return CaseDecision.Finish;
        yield return CaseDecision.GiveBack;
    }

    private static PaymentCaseView View(Payment payment, Sale sale) => new(
        payment.Id, sale.Id, new ReceiptNumber(sale.Till, sale.Epoch, sale.Number).ToString(), sale.Site, sale.Till, payment.Amount, payment.State, payment.Review,
        payment.EndedAt ?? payment.CreatedAt)
    {
        Decision = payment.Decision,
        DecidedBy = payment.DecidedBy,
        DecidedAt = payment.DecidedAt,
        Note = payment.DecisionNote,
    };
}

internal sealed record NoCase(Guid Payment) : Failure(
    "no-case", FailureKind.NotFound,
    $"支払い {Payment} に確認することはありません。一覧を開き直してください。", $"Payment {Payment} waits for nobody. Open the list again.");
