using Microsoft.AspNetCore.Identity;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Accounts;

/// <summary>Whoever has the link chooses the password, once. The same answer again, with the same password, is the same success.</summary>
internal sealed class AcceptInvitation(AccountManagers accounts, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    public Task<Result<Account>> HandleAsync(InvitationAnswer answer, CancellationToken ct)
    {
        var hash = Invitation.HashOf(answer.Token);
        return accounts.ChangeAsync(all => all.Where(row => row.InvitationHash == hash), open => AcceptAsync(open, answer), ct);
    }

    private async Task<Result<Account>> AcceptAsync(OpenAccount? open, InvitationAnswer answer)
    {
        var now = clock.UtcMicros();
        if (open is null || open.Account.DisabledAt is not null)
            return new DeadInvitation();
        var account = open.Account;
        if (account.AcceptedAt is not null)
            return IsTheirs(account, answer.Password) ? account : new DeadInvitation();
        if (account.InvitedUntil < now)
            return new DeadInvitation();
        if (PasswordRules.Check(answer.Password, account.UserName!) is { } weak)
            return weak;
        if (answer.Name is { } name && WrongDisplayName.Check(name, "name") is { } wrong)
            return wrong;
        account.DisplayName = answer.Name?.Trim() ?? account.DisplayName;
        account.Accept(now);
        account.PasswordHash = hasher.HashPassword(account, answer.Password);
        (await open.Manager.UpdateSecurityStampAsync(account)).Check();
        return account;
    }

    private bool IsTheirs(Account account, string password) =>
        hasher.VerifyHashedPassword(account, account.PasswordHash!, password) != PasswordVerificationResult.Failed;
}

internal sealed record DeadInvitation() : Failure(
    "dead-invitation", FailureKind.Refused,
    "この招待は使えません。使用済みか、期限が切れています。管理者に新しい招待を頼んでください。",
    "This invitation cannot be used: it was used before or has expired. Ask an administrator for a new one.",
    "token");
