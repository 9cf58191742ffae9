using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.OpenId;

/// <summary>Links one's own account to an identity of the provider, one to one, and takes the link away again.</summary>
internal sealed class LinkOpenId(AccountManagers accounts, TimeProvider clock)
{
    public Task<bool> IsAsync(string name, CancellationToken ct) => accounts.ReadAsync(
        async manager => (await manager.GetLoginsAsync((await manager.FindByNameAsync(name))!)).Count > 0, ct);

    /// <param name="name">Who asked for it.</param>
    /// <param name="stamp">Their stamp when they left for the provider: a session that has ended meanwhile links nothing.</param>
    /// <param name="identity">Who came back.</param>
    /// <param name="ct">Given up.</param>
    public Task<Result<Account>> HandleAsync(string name, string stamp, CityIdentity identity, CancellationToken ct) =>
        accounts.ChangeAsync<Account>(all => all.Where(row => row.UserName == name), async open =>
        {
            if (open is null || !open.Account.MayEnter || open.Account.SecurityStamp != stamp || open.Account.OwesSecondFactor)
                return new UnknownIdentity();
            if (await identity.FindAsync(open.Db, ct) is { } owner)
                return owner.Id == open.Account.Id ? owner : new IdentityTaken();
            await PutAsync(open, identity, ct);
            open.Db.Audit(Deed.IdentityLinked, new Actor(name), name, clock.UtcMicros());
            return open.Account;
        }, ct);

    /// <summary>Signs out everywhere else. Taking away what is gone is the same success.</summary>
    public Task<Result<Account>> RemoveAsync(string name, CancellationToken ct) =>
        accounts.ChangeAsync<Account>(all => all.Where(row => row.UserName == name), async open =>
        {
            if (open is null)
                return new NoAccount();
            if (!await ForgetAsync(open, ct))
                return open.Account;
            if (open.Account.PasswordHash is null && open.Account.Passkeys == 0)
                return new LastWayIn();
            (await open.Manager.UpdateSecurityStampAsync(open.Account)).Check();
            open.Db.Audit(Deed.IdentityUnlinked, new Actor(name), name, clock.UtcMicros());
            return open.Account;
        }, ct);

    /// <summary>In place of whatever was linked before.</summary>
    public static async Task PutAsync(OpenAccount open, CityIdentity identity, CancellationToken ct)
    {
        await ForgetAsync(open, ct);
        (await open.Manager.AddLoginAsync(open.Account, new UserLoginInfo(CityIdentity.Provider, identity.Key, null))).Check();
    }

    /// <summary>True when there was one.</summary>
    public static async Task<bool> ForgetAsync(OpenAccount open, CancellationToken ct)
    {
        var logins = open.Db.Set<IdentityUserLogin<Guid>>();
        var known = await logins.Where(row => row.UserId == open.Account.Id).ToListAsync(ct);
        logins.RemoveRange(known);
        await open.Db.SaveChangesAsync(ct);
        return known.Count > 0;
    }
}

internal sealed record LastWayIn() : Failure(
    "last-way-in", FailureKind.Refused,
    "これを外すと、もうサインインできません。先にパスキーを足すか、管理者にパスワードを決めるリンクを頼んでください。",
    "Without it you could not sign in any more. Add a passkey first, or ask an administrator for a link to choose a password.");
