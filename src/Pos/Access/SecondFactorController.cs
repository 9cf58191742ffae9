using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

[Route("api/v1/session/second-factor")]
[Authorize]
internal sealed class SecondFactorController(SecondFactor factor, IOptions<TourismOptions> options) : ApiController
{
    /// <summary>Whether an authenticator app is set up.</summary>
    [HttpGet]
    public async Task<ActionResult<SecondFactorStateView>> Get(CancellationToken ct) =>
        User.HasPassword() ? new SecondFactorStateView(await factor.IsOnAsync(User.Code(), ct)) : Answer(new NoAccount());

    /// <summary>The secret for one's own authenticator app; the same on a repeat until it is confirmed.</summary>
    [HttpPut]
    public async Task<ActionResult<SecondFactorView>> Put(CancellationToken ct)
    {
        if (!User.HasPassword())
            return Answer(new NoAccount());
        var begun = await factor.BeginAsync(User.Code(), ct);
        if (!begun.Ok)
            return Answer(begun.Failure);
        // At the post where they are; and with what somebody whose word counts has asked for already.
        await HttpContext.EnterAsync(begun.Value.Account.ToPrincipal(User.PostNow(), proven: !User.OwesSecondFactor()));
        var (title, name, secret) = (Uri.EscapeDataString(options.Value.Title), Uri.EscapeDataString(User.Code()), begun.Value.Secret);
        return new SecondFactorView(secret, $"otpauth://totp/{title}:{name}?secret={secret}&issuer={title}&digits=6");
    }

    /// <summary>Turns it on, and tells the recovery codes this once.</summary>
    [HttpPut("confirmation")]
    [EnableRateLimiting(SignInLimit.Policy)]
    public async Task<ActionResult<RecoveryCodesView>> Confirm(SecondFactorCode code, CancellationToken ct) =>
        User.HasPassword() ? await CodesAsync(await factor.ConfirmAsync(User.Code(), code.Code, ct)) : Answer(new NoAccount());

    /// <summary>Makes other recovery codes, told this once; the earlier ones count no more.</summary>
    [HttpPut("codes")]
    [EnableRateLimiting(SignInLimit.Policy)]
    public async Task<ActionResult<RecoveryCodesView>> Renew(SecondFactorCode code, CancellationToken ct) =>
        User.HasPassword() ? await CodesAsync(await factor.RenewCodesAsync(User.Code(), code.Code, ct)) : Answer(new NoAccount());

    private async Task<ActionResult<RecoveryCodesView>> CodesAsync(Result<(Account Account, IReadOnlyList<string> Codes)> told)
    {
        if (!told.Ok)
            return Answer(told.Failure);
        await HttpContext.EnterAsync(told.Value.Account.ToPrincipal(User.PostNow()));
        return new RecoveryCodesView(told.Value.Codes);
    }
}
