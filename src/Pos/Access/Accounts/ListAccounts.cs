using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Accounts;

/// <summary>Everybody who may sign in by name, by name.</summary>
internal sealed class ListAccounts(IDbContextFactory<PosDbContext> contexts)
{
    public async Task<IReadOnlyList<AccountView>> HandleAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var accounts = await db.Set<Account>().AsNoTracking().Include(row => row.Posts.OrderBy(post => post.Seq)).OrderBy(row => row.UserName).ToListAsync(ct);
        return [.. accounts.Select(account => account.View())];
    }
}
