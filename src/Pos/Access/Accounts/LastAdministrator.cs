using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Access.Accounts;

/// <summary>An installation always keeps somebody who can let others in.</summary>
internal static class LastAdministrator
{
    public static async Task<bool> IsAsync(PosDbContext db, Account account, CancellationToken ct)
    {
        if (!account.IsAdministrator || !account.MayEnter)
            return false;
        var others = await db.Set<Account>().AsNoTracking().Include(row => row.Posts)
            .Where(row => row.Id != account.Id && row.DisabledAt == null && row.AcceptedAt != null).ToListAsync(ct);
        return !others.Exists(other => other.IsAdministrator);
    }
}

internal sealed record LastAdministratorStays() : Failure(
    "last-administrator", FailureKind.Refused,
    "最後の管理者です。先にほかの人を管理者にし、その人がサインインできるようにしてください。",
    "This is the last administrator. Make somebody else one first, and let them sign in.");
