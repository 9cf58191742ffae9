using Tourism.Kernel;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Access.OpenId;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Passkeys;

/// <summary>Takes a passkey away and signs the person out everywhere else. Removing what is gone is the same success.</summary>
internal sealed class RemovePasskey(AccountManagers accounts, TimeProvider clock)
{
    public Task<Result<Account>> HandleAsync(string name, string id, CancellationToken ct) =>
        accounts.ChangeAsync<Account>(all => all.Where(row => row.UserName == name), async open =>
        {
            if (open is null)
                return new NoAccount();
            var (account, manager) = (open.Account, open.Manager);
            var known = await manager.GetPasskeysAsync(account);
            if (known.FirstOrDefault(one => one.View().Id == id) is not { } passkey)
                return account;
            if (known.Count == 1 && account.NeedsSecondFactor && !account.TwoFactorEnabled)
                return new LastFactorStays();
            if (known.Count == 1 && account.PasswordHash is null && (await manager.GetLoginsAsync(account)).Count == 0)
                return new LastWayIn();
            account.CountPasskeys(known.Count - 1);
            (await manager.RemovePasskeyAsync(account, passkey.CredentialId)).Check();
            (await manager.UpdateSecurityStampAsync(account)).Check();
            open.Db.Audit(Deed.PasskeyRemoved, new Actor(name), name, clock.UtcMicros(), before: passkey.View());
            return account;
        }, ct);
}

internal sealed record LastFactorStays() : Failure(
    "last-factor", FailureKind.Refused,
    "これが唯一の2段階認証です。先に別のパスキーか認証アプリを足してください。",
    "This is the only second factor. Add another passkey or an authenticator app first.");
