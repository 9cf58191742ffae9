using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Refunds;

/// <summary>The provider told of a refund: it is asked about it, whatever our books said before.</summary>
internal sealed class LookAtRefund(Writer<PosDbContext> writer, Bell<SubmitRefunds> bell, TimeProvider clock)
{
    public async Task<Advance> LookAgainAsync(Guid id, CancellationToken ct)
    {
        var known = await writer.RunAsync<bool>(async db =>
        {
            if (await db.Set<RefundTender>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } part)
                return false;
            part.LookAgain(clock.UtcMicros());
            return true;
        }, ct);
        bell.Ring();
        return known.Value ? Advance.Done : Advance.Unknown;
    }
}
