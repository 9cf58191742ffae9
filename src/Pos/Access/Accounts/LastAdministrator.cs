using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Access.Accounts;

/// <summary>An installation always keeps somebody who can let others in.</summary>
internal static class LastAdministrator
{
    /// <summary>All administrators are held until the write ends: two who shut each other out at the same moment queue here.</summary>
    public static async Task<bool> IsAsync(PosDbContext db, Account account, CancellationToken ct)
    {
        if (!account.IsAdministrator || !account.MayEnter)
            return false;
        var administrators = db.Set<Account>().AsNoTracking().Where(row => row.Posts.Any(post => post.Roles.Contains(Roles.Administrator)));
        await db.Locked<Account>(await administrators.Select(row => row.Id).Order().ToListAsync(ct)).AsNoTracking().ToListAsync(ct);
        return !await administrators.AnyAsync(row => row.Id != account.Id && row.DisabledAt == null && row.AcceptedAt != null, ct);
    }
}

internal sealed record LastAdministratorStays() : Failure(
    "last-administrator", FailureKind.Refused,
    "最後の管理者です。先にほかの人を管理者にし、その人がサインインできるようにしてください。",
    "This is the last administrator. Make somebody else one first, and let them sign in.");
