using Microsoft.AspNetCore.Identity;
using Tourism.Kernel;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Devices;

/// <summary>
/// Sets one's own PIN. Nobody else can: of a PIN that two people know nobody could say whose act it was. What devices keep of an earlier PIN ends
/// with their next contact.
/// </summary>
internal sealed class KeepPin(AccountManagers accounts, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    private const int Fewest = 4;
    private const int Most = 8;

    public async Task<Result<bool>> HandleAsync(string name, string pin, Actor by, CancellationToken ct)
    {
        if (!IsGood(pin))
            return new WeakPin();
        // Before the write, which must not wait for a slow hash.
        var hash = hasher.HashPassword(null!, pin);
        return await accounts.ChangeAsync<bool>(all => all.Where(row => row.UserName == name), open =>
        {
            if (open is null)
                return Task.FromResult<Result<bool>>(new NoAccount());
            open.Account.KeepPin(hash);
            open.Db.Audit(Deed.PinKept, by, name, clock.UtcMicros());
            return Task.FromResult<Result<bool>>(true);
        }, ct);
    }

    /// <summary>Neither one digit over and over nor a run of them: those are tried first.</summary>
    public static bool IsGood(string? pin) =>
        pin is { Length: >= Fewest and <= Most } && pin.All(char.IsAsciiDigit)
        && pin.Zip(pin[1..], (one, next) => next - one).Distinct().ToList() is not [0 or 1 or -1];
}

internal sealed record WeakPin() : Failure(
    "weak-pin", FailureKind.Invalid,
    "PINは 4〜8 桁の数字で、同じ数字の繰り返しや 1234 のような続き番号は使えません。",
    "A PIN has 4 to 8 digits, and is neither one digit repeated nor a run like 1234.", "pin");
