using Tourism.Kernel;

namespace Tourism.Pos.Access.Accounts;

/// <summary>Somebody at the door. A refusal is a value: what it counts must be committed.</summary>
internal sealed record Entrance(Account Account, Failure? Refusal)
{
    public Result<Account> Outcome => Refusal is { } refusal ? refusal : Account;

    /// <summary>With a new password, up to the second factor.</summary>
    public static Entrance Of(Account account) =>
        new(account, account.TwoFactorEnabled ? new CodeNeeded() : account.GuardsPassword ? new PasskeyNeeded() : null);
}

internal sealed record CodeNeeded() : Failure(
    "code-needed", FailureKind.Refused, "認証アプリの6桁の確認コードを入れてください。", "Enter the 6-digit code of your authenticator app.", "code");

internal sealed record PasskeyNeeded() : Failure(
    "passkey-needed", FailureKind.Refused,
    "パスキーでサインインしてください。パスキーが手元になければ、回復コードを入れてください。",
    "Sign in with your passkey. If you do not have it with you, enter a recovery code.", "recovery");
