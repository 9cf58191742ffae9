using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Access.Accounts;

/// <summary>Whether the cookie of an account still counts, as it was a few seconds ago.</summary>
internal sealed class AccountBoard(IDbContextFactory<PosDbContext> contexts, TimeProvider clock)
{
    private readonly LatelyRead<(string Name, string Stamp), string> _standing = new(clock);

    /// <param name="name">The account's name.</param>
    /// <param name="stamp">Its security stamp when the cookie was made; a new password or post gives it another.</param>
    /// <param name="ct">Given up.</param>
    public async ValueTask<bool> StandsAsync(string name, string stamp, CancellationToken ct) =>
        await _standing.FindAsync((name, stamp), () => ReadAsync(name, stamp, ct)) is not null;

    private async Task<string?> ReadAsync(string name, string stamp, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Account>().Where(row => row.UserName == name && row.SecurityStamp == stamp && row.DisabledAt == null)
            .Select(row => row.SecurityStamp).SingleOrDefaultAsync(ct);
    }
}
