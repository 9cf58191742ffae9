using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>Ends a payment unpaid if it still can be. When the visitor was faster, it is paid, and the answer says so.</summary>
internal sealed class CancelPayment(Writer<PosDbContext> writer, AdvancePayment advance, FindPayment find, TimeProvider clock)
{
    public async Task<Result<PaymentView>> HandleAsync(Guid id, CancellationToken ct)
    {
        var open = await writer.RunAsync<bool>(async db =>
        {
            if (await db.Set<Payment>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } payment)
                return new NoPayment(id);
            payment.WishCancel(clock.UtcMicros());
            return payment.State == PaymentState.CancelRequested;
        }, ct);
        if (!open.Ok)
            return open.Failure;
        if (open.Value)
            await advance.RunAsync(id, hint: null, CancellationToken.None);
        return await find.HandleAsync(id, ct);
    }
}
