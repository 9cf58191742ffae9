using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Passkeys;

/// <summary>
/// Lets somebody in by a passkey: the device has it, and the person's finger, face or PIN opens it, so it is two factors in one. Whatever is
/// wrong, the answer is the same.
/// </summary>
internal sealed class SignInByPasskey(
    AccountManagers accounts, IOptions<IdentityPasskeyOptions> options, BrowserState states, KeepTrail trail, TimeProvider clock)
{
    private const string UnknownPasskey = "passkey";

    /// <summary>Enough of a challenge to know it again.</summary>
    private const int ChallengeSeen = 22;

    /// <summary>Asks for any passkey of this installation.</summary>
    public Task<PasskeyOptionsView> BeginAsync(HttpContext http, CancellationToken ct) => accounts.ReadAsync(async manager =>
    {
        var made = await new PasskeyHandler<Account>(manager, options).MakeRequestOptionsAsync(null, http);
        states.Keep(http, BrowserState.ShowingPasskey, made.AssertionState!);
        return new PasskeyOptionsView(made.RequestOptionsJson);
    }, ct);

    public async Task<Result<Account>> HandleAsync(PasskeySignIn request, HttpContext http, CancellationToken ct)
    {
        var state = states.Take(http, BrowserState.ShowingPasskey);
        var (entered, who) = state is null || request.Credential.Length > PasskeyRequest.Longest
            ? (new WrongPasskey(), UnknownPasskey)
            : await CheckAsync(request.Credential, state, http, ct);
        if (!entered.Ok)
            await trail.HandleAsync(Deed.SignInRefused, Actor.Nobody with { Device = http.User.DeviceId() }, who, ct);
        return entered;
    }

    private async Task<(Result<Account> Entered, string Who)> CheckAsync(string credential, string state, HttpContext http, CancellationToken ct)
    {
        var who = UnknownPasskey;
        var entered = await accounts.RunAsync<Account>(async (db, manager) =>
        {
            var shown = await new PasskeyHandler<Account>(manager, options)
                .PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = state });
            who = shown.User?.UserName ?? UnknownPasskey;
            return shown.Succeeded && await EnterAsync(db, manager, (shown, state, http.User.DeviceId()), ct) ? shown.User : Refusal(shown.Failure);
        }, ct);
        return (entered, who);
    }

    private async Task<bool> EnterAsync(
        PosDbContext db, UserManager<Account> manager, (PasskeyAssertionResult<Account> Shown, string State, Guid? Device) at, CancellationToken ct)
    {
        var account = at.Shown.User!;
        await db.Entry(account).Collection(row => row.Posts).Query().OrderBy(post => post.Seq).LoadAsync(ct);
        // Passkeys that are kept in step between devices do not count: what was shown once is remembered until it is too old anyway.
        var now = clock.UtcMicros();
        if (!account.MayEnter || !account.Spend(Challenge(at.State), now))
            return false;
        account.Forgive();
        db.Audit(Deed.SignedIn, new Actor(account.UserName, Device: at.Device), account.UserName!, now);
        (await manager.AddOrUpdatePasskeyAsync(account, at.Shown.Passkey!)).Check();
        return true;
    }

    private static string Challenge(string state)
    {
        using var json = JsonDocument.Parse(state);
        return json.RootElement.GetProperty("challenge").GetString()![..ChallengeSeen];
    }

    /// <summary>The handler takes a database in trouble for a wrong passkey; a write that may be repeated must hear of it.</summary>
    private static WrongPasskey Refusal(PasskeyException? failure) =>
        failure?.InnerException is DbException or InvalidOperationException { InnerException: DbException } ? throw failure.InnerException : new WrongPasskey();
}

internal sealed record WrongPasskey() : Failure(
    "wrong-passkey", FailureKind.Refused,
    "このパスキーではサインインできません。もう一度試すか、名前とパスワードでサインインしてください。",
    "You cannot sign in with this passkey. Try again, or sign in by name and password.");
