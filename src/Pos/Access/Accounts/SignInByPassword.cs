using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Accounts;

/// <summary>
/// Lets somebody in by name, password and, where one is set up, a second factor. Wrong, unknown, waiting and shut out sound alike and take the same
/// time, so that nobody learns who has an account.
/// </summary>
internal sealed class SignInByPassword(
    IDbContextFactory<PosDbContext> contexts, AccountManagers accounts, ILookupNormalizer names, IPasswordHasher<Account> hasher, KeepTrail trail, TimeProvider clock)
{
    /// <summary>People type their password into the wrong field: what was typed is not written down.</summary>
    private const string UnknownName = "?";

    private readonly string _nobodys = hasher.HashPassword(null!, Invitation.New());

    public Task<Result<Account>> HandleAsync(PasswordSignIn request, Guid? device, CancellationToken ct) =>
        clock.TakingTimeToRefuseAsync(() => EnterAsync(request, device, ct), ct);

    private async Task<Result<Account>> EnterAsync(PasswordSignIn request, Guid? device, CancellationToken ct)
    {
        var name = request.Name.Trim().ToLowerInvariant();
        var known = AccountChecks.IsName(name) ? await FindAsync(name, ct) : null;
        // Before the write, which must not wait for a slow hash.
        var good = hasher.VerifyHashedPassword(known!, known?.PasswordHash ?? _nobodys, request.Password) != PasswordVerificationResult.Failed;
        if (known is null)
        {
            await trail.HandleAsync(Deed.SignInRefused, Actor.Nobody with { Device = device }, UnknownName, ct);
            return new WrongSignIn();
        }

        var entered = await accounts.ChangeAsync<Entrance>(
            all => all.Where(row => row.Id == known.Id),
            async open => await DecideAsync(open!, good && open!.Account.SecurityStamp == known.SecurityStamp, request.Code, device), ct);
        return entered.Ok ? entered.Value.Outcome : entered.Failure;
    }

    private async Task<Account?> FindAsync(string name, CancellationToken ct)
    {
        var normal = names.NormalizeName(name);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedUserName == normal && row.PasswordHash != null, ct);
    }

    private async Task<Entrance> DecideAsync(OpenAccount open, bool good, string? code, Guid? device)
    {
        var (account, now) = (open.Account, clock.UtcMicros());
        if (!account.MayEnter || account.Waits(now))
            return Refuse(open, device, now);
        if (good && account.GuardsPassword && string.IsNullOrWhiteSpace(code))
            return Entrance.Of(account);
        if (!good || (account.GuardsPassword && !await SecondFactor.IsGoodAsync(open, code!, now)))
        {
            account.Miss(now);
            return Refuse(open, device, now);
        }

        account.Forgive();
        open.Db.Audit(Deed.SignedIn, new Actor(account.UserName, Device: device), account.UserName!, now);
        return new Entrance(account, null);
    }

    public static Entrance Refuse(OpenAccount open, Guid? device, DateTime now)
    {
        open.Db.Audit(Deed.SignInRefused, Actor.Nobody with { Device = device }, open.Account.UserName!, now);
        return new Entrance(open.Account, new WrongSignIn());
    }
}

internal sealed record WrongSignIn() : Failure(
    "wrong-sign-in", FailureKind.Refused,
    "サインインできません。名前・パスワード・確認コードを確かめてください。5回間違えると15分間入れません。",
    "You cannot sign in like this. Check name, password and code. After five wrong tries you have to wait 15 minutes.");
