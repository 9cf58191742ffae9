using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Devices;

/// <summary>
/// Lets somebody in at the place of an enrolled device, by PIN. The session stands on their posts of that place and on no other: an office is
/// never opened by a PIN. Wrong, unknown and waiting sound alike and take the same time.
/// </summary>
internal sealed class SignInByPin(
    IDbContextFactory<PosDbContext> contexts, AccountManagers accounts, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    private const int MostWaiting = 3;
    private readonly string _nobodys = hasher.HashPassword(null!, Invitation.New());

    public Task<Result<ClaimsPrincipal>> HandleAsync(PinSignIn request, DeviceBadge device, CancellationToken ct) =>
        clock.TakingTimeToRefuseAsync(() => EnterAsync(request, device, ct), ct);

    private async Task<Result<ClaimsPrincipal>> EnterAsync(PinSignIn request, DeviceBadge device, CancellationToken ct)
    {
        var known = AccountChecks.IsName(request.Person) ? await FindAsync(request.Person, ct) : null;
        // Before the write, which must not wait for a slow hash.
        var good = hasher.VerifyHashedPassword(known!, known?.PinHash ?? _nobodys, request.Pin) != PasswordVerificationResult.Failed;
        if (known is null)
            return new WrongPin();
        var entered = await accounts.ChangeAsync<Entrance>(
            all => all.Where(row => row.Id == known.Id), async open => await DecideAsync(open!, device, good && open!.Account.PinHash == known.PinHash, ct), ct);
        return entered is { Ok: true, Value: { Refusal: null, Account: var account } } ? account.ToPrincipal(account.PostsAt(device.Till, device.Gate)) : new WrongPin();
    }

    private async Task<Account?> FindAsync(string name, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(row => row.UserName == name && row.PinHash != null, ct);
    }

    /// <summary>Somebody goes from device to device with guesses: nobody is in by this person's PIN anywhere until that has stopped.</summary>
    private static async Task<bool> IsTriedAllOverAsync(PosDbContext db, Account account, DateTime now, CancellationToken ct) =>
        await db.Set<PinTries>().CountAsync(row => row.Account == account.Id && row.WaitUntil > now, ct) >= MostWaiting;

    private async Task<Entrance> DecideAsync(OpenAccount open, DeviceBadge device, bool good, CancellationToken ct)
    {
        var (db, account, now) = (open.Db, open.Account, clock.UtcMicros());
        var tries = await db.Set<PinTries>().SingleOrDefaultAsync(row => row.Device == device.Id && row.Account == account.Id, ct)
            ?? db.Add(new PinTries { Device = device.Id, Account = account.Id }).Entity;
        var actor = new Actor(account.UserName!, device.Site, device.Till, device.Gate, device.Id);
        if (!account.MayEnter || tries.Waits(now) || await IsTriedAllOverAsync(db, account, now, ct) || account.PostsAt(device.Till, device.Gate).Count == 0)
            return new Entrance(account, new WrongPin());
        if (!good)
        {
            tries.Miss(now);
            db.Audit(Deed.PinRefused, actor, account.UserName!, now);
            return new Entrance(account, new WrongPin());
        }

        tries.Forgive();
        db.Audit(Deed.PinEntered, actor, account.UserName!, now);
        return new Entrance(account, null);
    }
}

internal sealed record WrongPin() : Failure(
    "wrong-pin", FailureKind.Refused,
    "PINでサインインできません。名前とPINを確かめてください。5回間違えると、この端末では15分間入れません。",
    "You cannot sign in like this. Check name and PIN. After five wrong tries you have to wait 15 minutes on this device.", "pin");
