using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Access.OpenId;
using Tourism.Pos.Audit;
using Tourism.Pos.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Accounts;

/// <summary>A one-time link for an account that is open. The earlier link, the present password and every session count no more.</summary>
internal sealed class MakeLink(PublicAddress address, TimeProvider clock)
{
    public async Task<Result<InvitationView>> HandleAsync(OpenAccount open, InvitationRequest request, Actor by, CancellationToken ct)
    {
        var (account, now) = (open.Account, clock.UtcMicros());
        if (account.DisabledAt is not null)
            return new AccountDisabled();
        if (await LastAdministrator.IsAsync(open.Db, account, ct))
            return new LastAdministratorStays();
        var before = await WaysInAsync(open, ct);
        await ForgetAsync(open, request.ForgetSecondFactor, ct);
        var (token, until) = (Invitation.New(), now + Invitation.Lives);
        account.Invite(Invitation.HashOf(token), until);
        (await open.Manager.UpdateSecurityStampAsync(account)).Check();
        open.Db.Audit(Deed.Invited, by, account.UserName!, now, before, await WaysInAsync(open, ct) with { ForgetSecondFactor = request.ForgetSecondFactor });
        return new InvitationView(Invitation.Link(address.Root, token), until);
    }

    private static async Task<WaysIn> WaysInAsync(OpenAccount open, CancellationToken ct) => new(
        open.Account.Passkeys, await open.Db.Set<IdentityUserLogin<Guid>>().CountAsync(row => row.UserId == open.Account.Id, ct));

    private static async Task ForgetAsync(OpenAccount open, bool secondFactor, CancellationToken ct)
    {
        if (secondFactor)
        {
            (await open.Manager.SetTwoFactorEnabledAsync(open.Account, false)).Check();
            // Recovery codes of before count no more either; new ones are told with the next second factor.
            await SecondFactor.NewCodesAsync(open);
        }

        // Beside a password that is replaced, these are other ways in, and nobody knows who added them.
        if (secondFactor || !open.Account.GuardsPassword)
        {
            await ForgetPasskeysAsync(open, ct);
            await LinkOpenId.ForgetAsync(open, ct);
        }

        // Whoever knew the password may have begun to set one up.
        if (!open.Account.TwoFactorEnabled)
            (await open.Manager.ResetAuthenticatorKeyAsync(open.Account)).Check();
    }

    private static async Task ForgetPasskeysAsync(OpenAccount open, CancellationToken ct)
    {
        var passkeys = open.Db.Set<IdentityUserPasskey<Guid>>();
        passkeys.RemoveRange(await passkeys.Where(row => row.UserId == open.Account.Id).ToListAsync(ct));
        open.Account.CountPasskeys(0);
    }

    /// <summary>For the trail: which ways in beside the password there are, so that one sees what a link took away.</summary>
    /// <param name="Passkeys">How many.</param>
    /// <param name="CityAccounts">Linked accounts of the provider: one or none.</param>
    /// <param name="ForgetSecondFactor">What was asked for.</param>
    private sealed record WaysIn(int Passkeys, int CityAccounts, bool? ForgetSecondFactor = null);
}
