using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Access.Accounts;

/// <summary>
/// Whether the cookie of an account still counts. A good answer is kept for a few seconds, so another host's change is seen that late; a bad one never.
/// </summary>
internal sealed class AccountBoard(IDbContextFactory<PosDbContext> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, (string Stamp, long ReadAt)> _known = new();

    /// <param name="name">The account's name.</param>
    /// <param name="stamp">Its security stamp when the cookie was made; a new password or post gives it another.</param>
    /// <param name="ct">Given up.</param>
    public async ValueTask<bool> StandsAsync(string name, string stamp, CancellationToken ct)
    {
        if (_known.TryGetValue(name, out var known) && known.Stamp == stamp && clock.GetElapsedTime(known.ReadAt) < Fresh)
            return true;
        var readAt = clock.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var stands = await db.Set<Account>().AnyAsync(row => row.UserName == name && row.SecurityStamp == stamp && row.DisabledAt == null, ct);
        if (stands)
            _known[name] = (stamp, readAt);
        return stands;
    }
}
