using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Contracts;
using Tourism.Points.Http;
using Tourism.Points.Ledger;
using Tourism.Points.Persistence;

namespace Tourism.Points.Members;

internal sealed class RegisterMember(Writer<PointsDbContext> writer, TimeProvider clock)
{
    private const int MaxName = 100;

    public async Task<Result<Written<MemberView>>> HandleAsync(Guid id, MemberRequest request, CancellationToken ct)
    {
        if ((Fields.Id(id, "id") ?? Fields.Text(request.Name, "name", MaxName)) is { } wrong)
            return wrong;
        return await writer.RunAsync<Written<MemberView>>(async db =>
        {
            var hash = RequestHash.Of(request);
            var earlier = await db.Members.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
            if (earlier is null)
                return new Written<MemberView>(Add(db, Member.Of(id, request.Name, CardToken.New(), hash, clock.UtcMicros())), First: true);
            return earlier.RequestHash == hash
                ? new Written<MemberView>(await db.ViewAsync(earlier, clock.UtcMicros(), ct), First: false)
                : RequestHash.Reused(id);
        }, ct);
    }

    private static MemberView Add(PointsDbContext db, Member member)
    {
        db.Members.Add(member);
        db.Wallets.Add(Wallet.Of(member.Id));
        return new MemberView(member.Id, member.Name, member.Card, PointAmount.Zero, PointAmount.Zero);
    }
}
