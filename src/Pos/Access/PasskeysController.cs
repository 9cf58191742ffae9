using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Access.Passkeys;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

[Route("api/v1/session/passkeys")]
[Authorize]
internal sealed class PasskeysController(AccountManagers accounts, AddPasskey add, RemovePasskey remove, SignInByPasskey signIn, SessionViews sessions) : ApiController
{
    /// <summary>One's own passkeys, oldest first.</summary>
    [HttpGet]
    public async Task<ActionResult<IReadOnlyList<PasskeyView>>> Get(CancellationToken ct) =>
        Missing() is { } missing ? Answer(missing) : Ok(await accounts.ListAsync(User.Code(), ct));

    /// <summary>What the browser needs to make one.</summary>
    [HttpPut("options")]
    public async Task<ActionResult<PasskeyOptionsView>> Begin(CancellationToken ct) =>
        Missing() is { } missing ? Answer(missing) : await add.BeginAsync(User.Code(), HttpContext, ct);

    /// <summary>Adds what the browser made; the same again is the same success.</summary>
    [HttpPut]
    public async Task<ActionResult<PasskeyAddedView>> Put(PasskeyRequest request, CancellationToken ct)
    {
        if (Missing() is { } missing)
            return Answer(missing);
        var added = await add.HandleAsync(User.Code(), request, HttpContext, ct);
        if (!added.Ok)
            return Answer(added.Failure);
        await HttpContext.EnterAsync(added.Value.Account.ToPrincipal(User.PostNow()));
        return added.Value.Added;
    }

    /// <summary>Takes one away, and signs out everywhere else. The last second factor of an office stays.</summary>
    [HttpDelete("{id}")]
    public async Task<ActionResult<IReadOnlyList<PasskeyView>>> Delete(string id, CancellationToken ct)
    {
        if (Missing() is { } missing)
            return Answer(missing);
        var left = await remove.HandleAsync(User.Code(), id, ct);
        if (!left.Ok)
            return Answer(left.Failure);
        await HttpContext.EnterAsync(left.Value.ToPrincipal(User.PostNow()));
        return Ok(await accounts.ListAsync(User.Code(), ct));
    }

    /// <summary>What the browser needs to sign in by any passkey of this installation.</summary>
    [HttpPost("~/api/v1/session/passkey/options")]
    [AllowAnonymous]
    public Task<PasskeyOptionsView> Ask(CancellationToken ct) => signIn.BeginAsync(HttpContext, ct);

    /// <summary>Signs in by a passkey: both factors at once.</summary>
    [HttpPost("~/api/v1/session/passkey")]
    [AllowAnonymous]
    [EnableRateLimiting(SignInLimit.Policy)]
    public async Task<ActionResult<SessionView>> SignIn(PasskeySignIn request, CancellationToken ct)
    {
        var entered = await signIn.HandleAsync(request, HttpContext, ct);
        return entered.Ok ? sessions.Of(await HttpContext.EnterAsync(entered.Value.ToPrincipal())) : Answer(entered.Failure);
    }

    /// <summary>Four digits do not add another way in.</summary>
    private Failure? Missing() => User.HasPassword() ? null : User.HasAccount() ? new PasswordFirst() : new NoAccount();
}
