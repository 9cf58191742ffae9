using Tourism.Kernel;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.OpenId;

/// <summary>The second factor of somebody whom the provider has sent back without one.</summary>
internal sealed class CodeAfterOpenId(AccountManagers accounts, BrowserState states, TimeProvider clock)
{
    private const char Between = '|';

    public void Ask(HttpContext http, Account account) =>
        states.Keep(http, BrowserState.CodeAfterOpenId, $"{account.UserName}{Between}{account.SecurityStamp}");

    public async Task<Result<Account>> HandleAsync(string code, HttpContext http, CancellationToken ct)
    {
        if (states.Find(http, BrowserState.CodeAfterOpenId)?.Split(Between) is not [var name, var stamp])
            return new WrongSignIn();
        var entered = await accounts.ChangeAsync<Entrance>(
            all => all.Where(row => row.UserName == name && row.SecurityStamp == stamp),
            async open => open is null ? new WrongSignIn() : await DecideAsync(open, code, http.User.DeviceId()), ct);
        var outcome = entered.Ok ? entered.Value.Outcome : entered.Failure;
        if (outcome.Ok)
            states.Take(http, BrowserState.CodeAfterOpenId);
        return outcome;
    }

    /// <summary>A wrong code counts as a wrong password does.</summary>
    private async Task<Entrance> DecideAsync(OpenAccount open, string code, Guid? device)
    {
        var (account, now) = (open.Account, clock.UtcMicros());
        if (!account.MayEnter || account.Waits(now))
            return SignInByPassword.Refuse(open, device, now);
        if (!await SecondFactor.IsGoodAsync(open, code, now))
        {
            account.Miss(now);
            return SignInByPassword.Refuse(open, device, now);
        }

        account.Forgive();
        open.Db.Audit(Deed.SignedIn, new Actor(account.UserName, Device: device), account.UserName!, now);
        return new Entrance(account, null);
    }
}
