using Microsoft.AspNetCore.Identity;
using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Accounts;

/// <summary>Codes of an authenticator app (RFC 6238), and recovery codes on paper for the day the phone is lost.</summary>
internal sealed class SecondFactor(AccountManagers accounts, TimeProvider clock)
{
    private const int RecoveryCodes = 10;
    private const int Digits = 6;
    private static readonly string App = TokenOptions.DefaultAuthenticatorProvider;

    public Task<bool> IsOnAsync(string name, CancellationToken ct) => accounts.ReadAsync(async manager => (await manager.FindByNameAsync(name))!.TwoFactorEnabled, ct);

    /// <summary>The secret for the app; the same until it is confirmed.</summary>
    public Task<Result<(Account Account, string Secret)>> BeginAsync(string name, CancellationToken ct) =>
        ChangeAsync<(Account, string)>(name, async open =>
        {
            if (open.Account.TwoFactorEnabled)
                return new SecondFactorOn();
            if (await open.Manager.GetAuthenticatorKeyAsync(open.Account) is null)
                (await open.Manager.ResetAuthenticatorKeyAsync(open.Account)).Check();
            return (open.Account, (await open.Manager.GetAuthenticatorKeyAsync(open.Account))!);
        }, ct);

    /// <summary>Turns it on once a code proves that the app has the secret.</summary>
    public Task<Result<(Account Account, IReadOnlyList<string> Codes)>> ConfirmAsync(string name, string code, CancellationToken ct) =>
        ChangeAsync<(Account, IReadOnlyList<string>)>(name, async open =>
        {
            if (open.Account.TwoFactorEnabled)
                return new SecondFactorOn();
            if (!await IsOfAppAsync(open, Plain(code), clock.UtcMicros()))
                return new WrongCode();
            (await open.Manager.SetTwoFactorEnabledAsync(open.Account, true)).Check();
            open.Db.Audit(Deed.SecondFactorOn, new Actor(name), name, clock.UtcMicros());
            return (open.Account, await NewCodesAsync(open));
        }, ct);

    /// <summary>Ten other recovery codes for somebody who has the app; the earlier ones count no more.</summary>
    public Task<Result<(Account Account, IReadOnlyList<string> Codes)>> RenewCodesAsync(string name, string code, CancellationToken ct) =>
        ChangeAsync<(Account, IReadOnlyList<string>)>(name, async open =>
        {
            if (!open.Account.GuardsPassword || !await IsGoodAsync(open, code, clock.UtcMicros()))
                return new WrongCode();
            open.Db.Audit(Deed.RecoveryCodesMade, new Actor(name), name, clock.UtcMicros());
            return (open.Account, await NewCodesAsync(open));
        }, ct);

    /// <summary>A code of the app, which counts once, or a recovery code, which is gone then.</summary>
    public static async Task<bool> IsGoodAsync(OpenAccount open, string code, DateTime now)
    {
        var plain = Plain(code);
        // A secret that was shown and never confirmed may be in anybody's app.
        return (open.Account.TwoFactorEnabled && await IsOfAppAsync(open, plain, now))
            || (open.Account.GuardsPassword && (await open.Manager.RedeemTwoFactorRecoveryCodeAsync(open.Account, plain.ToUpperInvariant())).Succeeded);
    }

    /// <summary>Ten recovery codes; the earlier ones count no more.</summary>
    public static async Task<IReadOnlyList<string>> NewCodesAsync(OpenAccount open) =>
        [.. (await open.Manager.GenerateNewTwoFactorRecoveryCodesAsync(open.Account, RecoveryCodes))!];

    private static string Plain(string code) => code.Trim().Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Identity reads numbers, and would take the same code again with a zero before it.</summary>
    private static async Task<bool> IsOfAppAsync(OpenAccount open, string plain, DateTime now) =>
        plain.Length == Digits && plain.All(char.IsAsciiDigit)
        && await open.Manager.VerifyTwoFactorTokenAsync(open.Account, App, plain) && open.Account.Spend(plain, now);

    private Task<Result<T>> ChangeAsync<T>(string name, Func<OpenAccount, Task<Result<T>>> work, CancellationToken ct) =>
        accounts.ChangeAsync(all => all.Where(row => row.UserName == name), async open => open is null ? new NoAccount() : await work(open), ct);
}

internal sealed record SecondFactorOn() : Failure(
    "second-factor-on", FailureKind.Conflict, "2段階認証はもう有効です。", "The second factor is already on.");

internal sealed record WrongCode() : Failure(
    "wrong-code", FailureKind.Refused, "確認コードが違います。アプリに今出ている6桁を入れてください。", "That code is not right. Enter the 6 digits your app shows now.", "code");

internal sealed record NoAccount() : Failure(
    "no-account", FailureKind.Refused, "お試しの人には自分のアカウントがありません。", "Demo people have no account of their own.");
