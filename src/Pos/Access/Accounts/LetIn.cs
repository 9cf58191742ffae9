using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Accounts;

/// <summary>Makes one-time links, shuts people out and lets them in again. Both sign the person out everywhere.</summary>
internal sealed class LetIn(AccountManagers accounts, PublicAddress address, TimeProvider clock)
{
    /// <summary>Every call makes another link; the earlier one and the present password count no more.</summary>
    public async Task<Result<InvitationView>> InviteAsync(Guid id, InvitationRequest request, Actor by, CancellationToken ct)
    {
        var (token, until) = (Invitation.New(), clock.UtcMicros() + Invitation.Lives);
        var invited = await ChangeAsync(id, async open =>
        {
            if (open.Account.DisabledAt is not null)
                return new AccountDisabled();
            if (await LastAdministrator.IsAsync(open.Db, open.Account, ct))
                return new LastAdministratorStays();
            if (request.ForgetSecondFactor)
                await ForgetSecondFactorAsync(open);
            // Beside a password that is replaced, a passkey is a second way in, and nobody knows who added it.
            if (request.ForgetSecondFactor || !open.Account.GuardsPassword)
                await ForgetPasskeysAsync(open, ct);
            // Whoever knew the password may have begun to set one up.
            if (!open.Account.TwoFactorEnabled)
                (await open.Manager.ResetAuthenticatorKeyAsync(open.Account)).Check();
            open.Account.Invite(Invitation.HashOf(token), until);
            open.Db.Audit(Deed.Invited, by, open.Account.UserName!, clock.UtcMicros(), after: request);
            return open.Account;
        }, ct);
        return invited.Map(_ => new InvitationView(Invitation.Link(address.Root, token), until));
    }

    public async Task<Result<AccountView>> DisableAsync(Guid id, AccountDisabling request, Actor by, CancellationToken ct)
    {
        var changed = await ChangeAsync(id, async open =>
        {
            if (request.Disabled && await LastAdministrator.IsAsync(open.Db, open.Account, ct))
                return new LastAdministratorStays();
            if (request.Disabled != open.Account.DisabledAt is not null)
                open.Db.Audit(Deed.AccountDisabled, by, open.Account.UserName!, clock.UtcMicros(), new AccountDisabling(!request.Disabled), request);
            open.Account.Disable(request.Disabled ? clock.UtcMicros() : null);
            return open.Account;
        }, ct);
        return changed.Map(account => account.View());
    }

    /// <summary>Recovery codes of before count no more either; new ones are told with the next second factor.</summary>
    private static async Task ForgetSecondFactorAsync(OpenAccount open)
    {
        (await open.Manager.SetTwoFactorEnabledAsync(open.Account, false)).Check();
        await SecondFactor.NewCodesAsync(open);
    }

    private static async Task ForgetPasskeysAsync(OpenAccount open, CancellationToken ct)
    {
        var passkeys = open.Db.Set<IdentityUserPasskey<Guid>>();
        passkeys.RemoveRange(await passkeys.Where(row => row.UserId == open.Account.Id).ToListAsync(ct));
        open.Account.CountPasskeys(0);
    }

    private Task<Result<Account>> ChangeAsync(Guid id, Func<OpenAccount, Task<Result<Account>>> work, CancellationToken ct) =>
        accounts.ChangeAsync(all => all.Where(row => row.Id == id), async open =>
        {
            if (open is null)
                return new UnknownAccount(id);
            var changed = await work(open);
            if (changed.Ok)
                (await open.Manager.UpdateSecurityStampAsync(open.Account)).Check();
            return changed;
        }, ct);
}
