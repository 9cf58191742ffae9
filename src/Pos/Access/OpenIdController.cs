using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.SignIn;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Access.OpenId;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

[Route("api/v1/session/openid")]
[Authorize]
internal sealed class OpenIdController(IOptions<OpenIdOptions> options, LinkOpenId link, CodeAfterOpenId code, SessionViews sessions) : ApiController
{
    /// <summary>Where to go to sign in, to take up an invitation or to link one's own account.</summary>
    [HttpPost]
    [AllowAnonymous]
    [EnableRateLimiting(SignInLimit.Policy)]
    public async Task<ActionResult<OpenIdStartView>> Start(OpenIdStart start)
    {
        if (!options.Value.IsOn)
            return Answer(new NoOpenId());
        if (start.Link && !User.HasPassword())
            return Answer(new NoAccount());
        if (start.Link && User.OwesSecondFactor())
            return Answer(new SecondFactorFirst());
        var leaving = new AuthenticationProperties();
        if (start.Link)
            (leaving.Items[OpenIdReturn.Linking], leaving.Items[OpenIdReturn.Stamp]) = (User.Code(), User.FindFirstValue(People.Stamp));
        else if (start.Invitation is { } token)
            leaving.Items[OpenIdReturn.Invitation] = Invitation.HashOf(token);
        return Answer(await LeaveAsync(leaving));
    }

    /// <summary>The handler would send the browser away at once; the app is told where to go instead.</summary>
    private async Task<Result<OpenIdStartView>> LeaveAsync(AuthenticationProperties leaving)
    {
        OpenIdReturn.Seal(leaving, User.DeviceId());
        if (!await HttpContext.LeaveAsync(OpenIdScheme.Name, leaving))
            return new ProviderAway();
        var address = Response.Headers.Location.ToString();
        Response.Headers.Remove(HeaderNames.Location);
        Response.StatusCode = StatusCodes.Status200OK;
        return new OpenIdStartView(address);
    }

    /// <summary>The code of somebody whom the provider has sent back without a second factor.</summary>
    [HttpPost("code")]
    [AllowAnonymous]
    [EnableRateLimiting(SignInLimit.Policy)]
    public async Task<ActionResult<SessionView>> Code(SecondFactorCode asked, CancellationToken ct)
    {
        if (!options.Value.IsOn)
            return Answer(new NoOpenId());
        var entered = await code.HandleAsync(asked.Code, HttpContext, ct);
        return entered.Ok ? sessions.Of(await HttpContext.EnterAsync(entered.Value.ToPrincipal())) : Answer(entered.Failure);
    }

    /// <summary>Whether one's own account is linked.</summary>
    [HttpGet("link")]
    public async Task<ActionResult<OpenIdLinkView>> Get(CancellationToken ct) =>
        Missing() is { } missing ? Answer(missing) : new OpenIdLinkView(await link.IsAsync(User.Code(), ct));

    /// <summary>Takes the link of one's own account away, and signs out everywhere else.</summary>
    [HttpDelete("link")]
    public async Task<ActionResult<OpenIdLinkView>> Delete(CancellationToken ct)
    {
        if (Missing() is { } missing)
            return Answer(missing);
        var removed = await link.RemoveAsync(User.Code(), ct);
        if (!removed.Ok)
            return Answer(removed.Failure);
        await HttpContext.EnterAsync(removed.Value.ToPrincipal(User.PostNow()));
        return new OpenIdLinkView(false);
    }

    private Failure? Missing() => !options.Value.IsOn ? new NoOpenId() : User.HasPassword() ? null : new NoAccount();
}

internal sealed record NoOpenId() : Failure(
    "no-openid", FailureKind.NotFound, "この環境には、ほかのアカウントでのサインインはありません。", "This installation knows no accounts of another provider.");

internal sealed record SecondFactorFirst() : Failure(
    "second-factor-first", FailureKind.Refused, "先に2段階認証を設定してください。", "Set up a second factor first.");

internal sealed record ProviderAway() : Failure(
    "provider-away", FailureKind.Unavailable,
    "サインイン先から返事がありません。少し待ってからもう一度試すか、名前とパスワードでサインインしてください。",
    "The provider does not answer. Wait a little and try again, or sign in by name and password.");
