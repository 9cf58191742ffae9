using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Accounts;

/// <summary>Makes one-time links, shuts people out and lets them in again. Both sign the person out everywhere.</summary>
internal sealed class LetIn(AccountManagers accounts, MakeLink link, TimeProvider clock)
{
    /// <summary>Every call makes another link; the earlier one and the present password count no more.</summary>
    public Task<Result<InvitationView>> InviteAsync(Guid id, InvitationRequest request, Actor by, CancellationToken ct) =>
        accounts.ChangeAsync<InvitationView>(
            all => all.Where(row => row.Id == id), async open => open is null ? new UnknownAccount(id) : await link.HandleAsync(open, request, by, ct), ct);

    public Task<Result<AccountView>> DisableAsync(Guid id, AccountDisabling request, Actor by, CancellationToken ct) =>
        accounts.ChangeAsync<AccountView>(all => all.Where(row => row.Id == id), async open =>
        {
            if (open is null)
                return new UnknownAccount(id);
            if (request.Disabled && await LastAdministrator.IsAsync(open.Db, open.Account, ct))
                return new LastAdministratorStays();
            if (request.Disabled != open.Account.DisabledAt is not null)
                open.Db.Audit(Deed.AccountDisabled, by, open.Account.UserName!, clock.UtcMicros(), new AccountDisabling(!request.Disabled), request);
            open.Account.Disable(request.Disabled ? clock.UtcMicros() : null);
            (await open.Manager.UpdateSecurityStampAsync(open.Account)).Check();
            return open.Account.View();
        }, ct);
}
