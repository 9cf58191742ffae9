using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Contracts;
using Tourism.Points.Persistence;

namespace Tourism.Points.Members.SignIn;

internal sealed class MemberLogins(
    IDbContextFactory<PointsDbContext> contexts, Writer<PointsDbContext> writer, IPointsWallet wallet, IOptions<MemberProvider> provider, TimeProvider clock) : IMemberLogins
{
    public LocalText? Account => provider.Value.Name;

    public async Task<CardView?> FindAsync(ClaimsPrincipal member, CancellationToken ct)
    {
        var key = member.Key();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var card = await db.Set<MemberLogin>().Where(row => row.Key == key).Join(db.Members, row => row.Member, row => row.Id, (_, row) => row.Card).SingleOrDefaultAsync(ct);
        return card is null ? null : await wallet.FindCardAsync(card, ct);
    }

    public async Task<Result<CardView>> LinkAsync(ClaimsPrincipal member, string? card, CancellationToken ct)
    {
        if (CardToken.Read(card) is not { } token)
            return CardToken.Unreadable;
        var linked = await writer.RunAsync<string>(db => LinkAsync(db, member.Key(), token, ct), ct);
        return linked.Ok ? (await wallet.FindCardAsync(linked.Value, ct))! : linked.Failure;
    }

    public async Task UnlinkAsync(ClaimsPrincipal member, CancellationToken ct)
    {
        var key = member.Key();
        await writer.RunAsync<bool>(db => UnlinkAsync(db, db.Set<MemberLogin>().Where(row => row.Key == key), null, ct), ct);
    }

    /// <summary>The office ends the connection of somebody who has lost the account, or whose card somebody else has connected.</summary>
    /// <param name="member">The member.</param>
    /// <param name="by">Sign-in name of whoever does it.</param>
    /// <param name="ct">Ends with the request.</param>
    public Task<Result<bool>> UnlinkAsync(Guid member, string by, CancellationToken ct) => writer.RunAsync<bool>(async db =>
        await db.Members.AnyAsync(row => row.Id == member, ct)
            ? await UnlinkAsync(db, db.Set<MemberLogin>().Where(row => row.Member == member), by, ct)
            : new Programmes.UnknownMember(member), ct);

    private async Task<Result<string>> LinkAsync(PointsDbContext db, string key, string card, CancellationToken ct)
    {
        var member = await db.Members.Where(row => row.Card == card).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(ct);
        // In one question: between two, the same connection made elsewhere would look like somebody else's.
        var known = await db.Set<MemberLogin>().Where(row => row.Key == key || row.Member == member).ToListAsync(ct);
        if (known.Find(row => row.Key == key) is { } own)
            return own.Member == member ? card : new AccountHasCard();
        if (member is null || known.Count > 0)
            return new CardRefused();
        var now = clock.UtcMicros();
        db.Add(MemberLogin.Of(key, member.Value, now));
        db.Add(MemberLoginEvent.Of(member.Value, MemberLoginDeed.Linked, null, now));
        return card;
    }

    /// <summary>True when there was one.</summary>
    private async Task<Result<bool>> UnlinkAsync(PointsDbContext db, IQueryable<MemberLogin> which, string? by, CancellationToken ct)
    {
        if (await which.SingleOrDefaultAsync(ct) is not { } login)
            return false;
        db.Remove(login);
        db.Add(MemberLoginEvent.Of(login.Member, MemberLoginDeed.Unlinked, by, clock.UtcMicros()));
        return true;
    }
}

internal sealed record AccountHasCard() : Failure(
    "account-has-card", FailureKind.Conflict,
    "このアカウントには、もう別のカードがつながっています。先にそのつながりを外してください。",
    "This account is connected with another card already. Take that connection away first.", "card");

internal sealed record CardRefused() : Failure(
    "card-refused", FailureKind.Refused,
    "このカードはつなげません。コードを確かめてください。自分のカードなのにつながらないときは、窓口でお尋ねください。",
    "This card cannot be connected. Check its code. If the card is yours, ask at the counter.", "card");
