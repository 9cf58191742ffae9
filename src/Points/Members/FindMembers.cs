using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Persistence;

namespace Tourism.Points.Members;

internal sealed class FindMembers(IDbContextFactory<PointsDbContext> contexts, TimeProvider clock)
{
    private const int Max = 200;

    /// <summary>The latest registered members first: those a clerk is working on.</summary>
    public async Task<IReadOnlyList<MemberView>> AllAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var members = await db.Members.AsNoTracking().OrderByDescending(row => row.Seq).Take(Max).ToListAsync(ct);
        return await db.ViewAsync(members, clock.UtcMicros(), ct);
    }

    public async Task<Result<MemberView>> ByCardAsync(string scan, CancellationToken ct)
    {
        if (CardToken.Read(scan) is not { } card)
            return CardToken.Unreadable;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Members.AsNoTracking().SingleOrDefaultAsync(row => row.Card == card, ct) is { } member
            ? await db.ViewAsync(member, clock.UtcMicros(), ct)
            : CardToken.Unknown;
    }
}
