using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.OpenId;

/// <summary>Somebody whom the provider has sent back. With a code still to come they are not in yet.</summary>
internal sealed record OpenIdEntry(Account Account, bool CodeNeeded);

/// <summary>
/// Lets in whom an account is linked to. Nobody is added, and no mail address links anybody: only an invitation or the person themselves does.
/// </summary>
internal sealed class EnterByOpenId(AccountManagers accounts, TimeProvider clock)
{
    public Task<Result<OpenIdEntry>> SignInAsync(CityIdentity identity, Guid? device, CancellationToken ct) => accounts.RunAsync<OpenIdEntry>(async (db, _) =>
        await identity.FindAsync(db, ct) is { MayEnter: true } account ? Enter(db, account, identity, device) : new UnknownIdentity(), ct);

    /// <summary>Takes up an invitation without a password: the link is void, the identity takes its place.</summary>
    public Task<Result<OpenIdEntry>> AcceptAsync(string invitation, CityIdentity identity, Guid? device, CancellationToken ct) =>
        accounts.ChangeAsync<OpenIdEntry>(all => all.Where(row => row.InvitationHash == invitation), async open =>
        {
            var now = clock.UtcMicros();
            if (open is null || open.Account.DisabledAt is not null || open.Account.Waits(now) || open.Account.IsUsed || open.Account.InvitedUntil < now)
                return new DeadInvitation();
            var (account, db) = (open.Account, open.Db);
            if (await identity.FindAsync(db, ct) is { } owner && owner.Id != account.Id)
                return new IdentityTaken();
            account.Accept(now);
            account.PasswordHash = null;
            await LinkOpenId.PutAsync(open, identity, ct);
            (await open.Manager.UpdateSecurityStampAsync(account)).Check();
            var actor = new Actor(account.UserName, Device: device);
            db.Audit(Deed.IdentityLinked, actor, account.UserName!, now);
            db.Audit(Deed.InvitationAccepted, actor, account.UserName!, now);
            // A link does not replace the code: the provider knows who is there, not that the link was meant for them.
            return Enter(db, account, identity with { Proven = false }, device);
        }, ct);

    private OpenIdEntry Enter(PosDbContext db, Account account, CityIdentity identity, Guid? device)
    {
        if (account.GuardsPassword && !identity.Proven)
            return new OpenIdEntry(account, CodeNeeded: true);
        account.Forgive();
        db.Audit(Deed.SignedIn, new Actor(account.UserName, Device: device), account.UserName!, clock.UtcMicros());
        return new OpenIdEntry(account, CodeNeeded: false);
    }
}

internal sealed record UnknownIdentity() : Failure(
    "unknown-identity", FailureKind.Refused,
    "このアカウントではサインインできません。管理者に招待を頼むか、名前とパスワードでサインインしてからつないでください。",
    "You cannot sign in with this account. Ask an administrator for an invitation, or sign in by name and password and link it.");

internal sealed record IdentityTaken() : Failure(
    "identity-taken", FailureKind.Conflict, "このアカウントは、ほかの人につながっています。", "This account is linked to somebody else.");
