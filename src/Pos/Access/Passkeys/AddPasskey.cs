using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Passkeys;

/// <summary>Adds a passkey to one's own account. Where nothing opens without a second factor, the first one is that factor.</summary>
internal sealed class AddPasskey(AccountManagers accounts, IOptions<IdentityPasskeyOptions> options, BrowserState states, TimeProvider clock)
{
    public Task<PasskeyOptionsView> BeginAsync(string name, HttpContext http, CancellationToken ct) => accounts.ReadAsync(async manager =>
    {
        var account = (await manager.FindByNameAsync(name))!;
        var person = new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.UserName!, DisplayName = account.DisplayName };
        var made = await new PasskeyHandler<Account>(manager, options).MakeCreationOptionsAsync(person, http);
        states.Keep(http, BrowserState.AddingPasskey, made.AttestationState!);
        return new PasskeyOptionsView(made.CreationOptionsJson);
    }, ct);

    public async Task<Result<(Account Account, PasskeyAddedView Added)>> HandleAsync(
        string name, PasskeyRequest request, HttpContext http, CancellationToken ct)
    {
        if (WrongDisplayName.Check(request.Name, "name") is { } wrong)
            return wrong;
        if (request.Credential.Length > PasskeyRequest.Longest)
            return new UnusablePasskey();
        var state = states.Take(http, BrowserState.AddingPasskey);
        return await accounts.ChangeAsync<(Account, PasskeyAddedView)>(
            all => all.Where(row => row.UserName == name),
            async open => open is null ? new NoAccount() : (await AddAsync(open, request, state, http)).Map(added => (open.Account, added)), ct);
    }

    private async Task<Result<PasskeyAddedView>> AddAsync(OpenAccount open, PasskeyRequest request, string? state, HttpContext http)
    {
        var (account, manager) = (open.Account, open.Manager);
        var known = await manager.GetPasskeysAsync(account);
        if (known.FirstOrDefault(one => one.View().Id == PasskeyViews.IdIn(request.Credential)) is { } before)
            return new PasskeyAddedView(before.View());
        if (known.Count >= PasskeyRequest.Most)
            return new ManyPasskeys();
        var made = await new PasskeyHandler<Account>(manager, options)
            .PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = request.Credential, AttestationState = state });
        if (!made.Succeeded || made.UserEntity.Id != account.Id.ToString() || made.Passkey.CredentialId.Length > PasskeyMapping.LongestId)
            return new UnusablePasskey();
        var first = account.OwesSecondFactor;
        made.Passkey.Name = request.Name.Trim();
        account.CountPasskeys(known.Count + 1);
        (await manager.AddOrUpdatePasskeyAsync(account, made.Passkey)).Check();
        open.Db.Audit(Deed.PasskeyAdded, new Actor(account.UserName), account.UserName!, clock.UtcMicros(), after: made.Passkey.View());
        return new PasskeyAddedView(made.Passkey.View(), first ? await SecondFactor.NewCodesAsync(open) : null);
    }
}

internal sealed record UnusablePasskey() : Failure(
    "unusable-passkey", FailureKind.Refused,
    "このパスキーは登録できません。もう一度「パスキーを足す」からやり直してください。指紋・顔・PIN での確認が要ります。",
    "This passkey cannot be added. Begin again at 'Add a passkey'. It has to be confirmed by fingerprint, face or PIN.", "credential");

internal sealed record ManyPasskeys() : Failure(
    "many-passkeys", FailureKind.Refused, $"パスキーは {PasskeyRequest.Most} 個までです。使っていないものを外してください。",
    $"There can be {PasskeyRequest.Most} passkeys at most. Remove one you do not use.");
