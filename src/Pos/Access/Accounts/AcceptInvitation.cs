using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Accounts;

/// <summary>
/// Whoever has the link chooses the password, once. For ten minutes the same answer again, with the same password, is the same success. The link
/// replaces the password and nothing else: where a second factor is on, its code is still asked for.
/// </summary>
internal sealed class AcceptInvitation(
    IDbContextFactory<PosDbContext> contexts, AccountManagers accounts, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    private static readonly TimeSpan Repeats = TimeSpan.FromMinutes(10);

    public async Task<Result<Account>> HandleAsync(InvitationAnswer answer, Guid? device, CancellationToken ct)
    {
        var hash = Invitation.HashOf(answer.Token);
        if (await FindAsync(hash, ct) is not { } seen)
            return new DeadInvitation();
        if (Check(answer, seen) is { } wrong)
            return wrong;
        // Before the write, which must not wait for a slow hash.
        var theirs = seen is { IsUsed: true, PasswordHash: { } chosen } && hasher.VerifyHashedPassword(seen, chosen, answer.Password) != PasswordVerificationResult.Failed;
        var password = hasher.HashPassword(seen, answer.Password);
        var entered = await accounts.ChangeAsync(
            all => all.Where(row => row.InvitationHash == hash), open => AcceptAsync(open, answer.Name, password, theirs && open!.Account.SecurityStamp == seen.SecurityStamp, device), ct);
        return entered.Ok ? entered.Value.Outcome : entered.Failure;
    }

    private static Failure? Check(InvitationAnswer answer, Account account) =>
        PasswordRules.Check(answer.Password, account.UserName!) ?? (answer.Name is { } name ? WrongDisplayName.Check(name, "name") : null);

    private async Task<Account?> FindAsync(string hash, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(row => row.InvitationHash == hash, ct);
    }

    private async Task<Result<Entrance>> AcceptAsync(OpenAccount? open, string? name, string password, bool theirs, Guid? device)
    {
        var now = clock.UtcMicros();
        if (open is null || open.Account.DisabledAt is not null || open.Account.Waits(now))
            return new DeadInvitation();
        var account = open.Account;
        if (account.IsUsed)
            return Again(account, theirs, now);
        if (account.InvitedUntil < now)
            return new DeadInvitation();
        account.DisplayName = name?.Trim() ?? account.DisplayName;
        account.Accept(now);
        account.PasswordHash = password;
        (await open.Manager.UpdateSecurityStampAsync(account)).Check();
        open.Db.Audit(Deed.InvitationAccepted, new Actor(account.UserName, Device: device), account.UserName!, now);
        return Entrance.Of(account);
    }

    private static Entrance Again(Account account, bool theirs, DateTime now)
    {
        if (theirs && now - account.AcceptedAt < Repeats)
            return Entrance.Of(account);
        account.Miss(now);
        return new Entrance(account, new DeadInvitation());
    }
}

internal sealed record DeadInvitation() : Failure(
    "dead-invitation", FailureKind.Refused,
    "この招待は使えません。使用済みか、期限が切れています。管理者に新しい招待を頼んでください。",
    "This invitation cannot be used: it was used before or has expired. Ask an administrator for a new one.",
    "token");
