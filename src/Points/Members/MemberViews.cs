using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Ledger;
using Tourism.Points.Members.SignIn;
using Tourism.Points.Persistence;

namespace Tourism.Points.Members;

internal static class MemberViews
{
    public static async Task<MemberView> ViewAsync(this PointsDbContext db, Member member, DateTime now, CancellationToken ct) =>
        (await db.ViewAsync([member], now, ct))[0];

    /// <summary>Members with their balances, in four reads however many they are.</summary>
    public static async Task<IReadOnlyList<MemberView>> ViewAsync(this PointsDbContext db, IReadOnlyList<Member> members, DateTime now, CancellationToken ct)
    {
        var ids = members.Select(member => member.Id).ToList();
        var lots = await db.SpendableLots(BusinessDate.Of(now)).AsNoTracking().Where(lot => ids.Contains(lot.Member)).ToListAsync(ct);
        var held = await db.Wallets.AsNoTracking().Where(row => ids.Contains(row.Member)).ToDictionaryAsync(row => row.Member, row => row.Held, ct);
        var free = lots.ToLookup(lot => lot.Member);
        var linked = await db.Set<MemberLogin>().Where(row => ids.Contains(row.Member)).Select(row => row.Member).ToListAsync(ct);
        return [.. members.Select(member => new MemberView(member.Id, member.Name, member.Card, free[member.Id].Available(), held[member.Id]) { Linked = linked.Contains(member.Id) })];
    }
}
