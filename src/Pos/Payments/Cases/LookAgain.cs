using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Cases;

/// <summary>Lets the machine judge a doubtful payment once more: what the provider contradicted itself about may be plain by now.</summary>
internal sealed class LookAgain(Writer<PosDbContext> writer, AdvancePayment advance, FindPayment find, TimeProvider clock)
{
    /// <summary>The payment afterwards; still a case when nothing has changed.</summary>
    public async Task<Result<PaymentView>> HandleAsync(Guid id, CancellationToken ct)
    {
        var found = await writer.RunAsync<bool>(async db =>
        {
            if (await db.Set<Payment>().Include(row => row.Attempts).SingleOrDefaultAsync(row => row.Id == id, ct) is not { } payment)
                return new NoPayment(id);
            payment.Reconsider(clock.UtcMicros());
            return payment.State == PaymentState.Unknown;
        }, ct);
        if (!found.Ok)
            return found.Failure;
        if (found.Value)
            await advance.RunAsync(id, hint: null, CancellationToken.None);
        return await find.HandleAsync(id, ct);
    }
}
