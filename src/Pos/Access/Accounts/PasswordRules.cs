using Tourism.Kernel;

namespace Tourism.Pos.Access.Accounts;

/// <summary>Long rather than intricate, as NIST SP 800-63B asks: rules on digits and signs only make people write passwords down.</summary>
internal static class PasswordRules
{
    public const int Shortest = 10;
    public const int Longest = 128;
    private const int FewestLetters = 5;

    public static Failure? Check(string? password, string name) =>
        password is not { Length: >= Shortest and <= Longest } || password.Distinct().Count() < FewestLetters
            || password.Contains(name, StringComparison.OrdinalIgnoreCase)
            ? new WeakPassword()
            : null;
}

internal sealed record WeakPassword() : Failure(
    "weak-password", FailureKind.Invalid,
    $"パスワードは {PasswordRules.Shortest}〜{PasswordRules.Longest} 文字で、サインイン名を含まず、5種類以上の文字を使ってください。短い文がおすすめです。",
    $"Choose a password of {PasswordRules.Shortest} to {PasswordRules.Longest} characters, at least five different ones, without your sign-in name. A short sentence is good.",
    "password");
