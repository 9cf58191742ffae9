using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Accounts;

/// <summary>
/// Lets somebody in by name, password and, where one is set up, a second factor. Wrong, unknown, waiting and disabled sound and last alike, so
/// that nobody learns who has an account.
/// </summary>
internal sealed class SignInByPassword(
    IDbContextFactory<PosDbContext> contexts, AccountManagers accounts, ILookupNormalizer names, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    private readonly string _nobodys = hasher.HashPassword(null!, Invitation.New());

    public async Task<Result<Account>> HandleAsync(PasswordSignIn request, CancellationToken ct)
    {
        var known = await FindAsync(request.Name, ct);
        // Before the write, which must not wait for a slow hash.
        var good = hasher.VerifyHashedPassword(known!, known?.PasswordHash ?? _nobodys, request.Password) != PasswordVerificationResult.Failed;
        if (known is null)
            return new WrongSignIn();
        var decided = await accounts.ChangeAsync<Decision>(
            all => all.Where(row => row.Id == known.Id),
            async open => await DecideAsync(open!, good && open!.Account.SecurityStamp == known.SecurityStamp, request.Code), ct);
        return !decided.Ok ? decided.Failure : decided.Value.Refusal is { } refusal ? refusal : decided.Value.Account;
    }

    private async Task<Account?> FindAsync(string name, CancellationToken ct)
    {
        var normal = names.NormalizeName(name.Trim());
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedUserName == normal && row.PasswordHash != null, ct);
    }

    /// <summary>A refusal is a value here: what it counts must be committed.</summary>
    private async Task<Decision> DecideAsync(OpenAccount open, bool good, string? code)
    {
        var (account, now) = (open.Account, clock.UtcMicros());
        if (!account.MayEnter || account.Waits(now))
            return new Decision(account, new WrongSignIn());
        if (good && account.TwoFactorEnabled && string.IsNullOrWhiteSpace(code))
            return new Decision(account, new CodeNeeded());
        if (!good || (account.TwoFactorEnabled && !await SecondFactor.IsGoodAsync(open, code!, now)))
        {
            account.Miss(now);
            return new Decision(account, new WrongSignIn());
        }

        account.Forgive();
        return new Decision(account, null);
    }

    private sealed record Decision(Account Account, Failure? Refusal);
}

internal sealed record WrongSignIn() : Failure(
    "wrong-sign-in", FailureKind.Refused,
    "サインインできません。名前・パスワード・確認コードを確かめてください。5回間違えると15分間入れません。",
    "You cannot sign in like this. Check name, password and code. After five wrong tries you have to wait 15 minutes.");

internal sealed record CodeNeeded() : Failure(
    "code-needed", FailureKind.Refused, "認証アプリの6桁の確認コードを入れてください。", "Enter the 6-digit code of your authenticator app.", "code");
