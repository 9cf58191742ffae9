using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.SignIn;
using Tourism.Points.Contracts;
using Tourism.Pos.Access;

namespace Tourism.Pos.Public;

/// <summary>The page on which members see their points. Without a provider of accounts there is the page and nothing behind it.</summary>
[Route(MemberSession.Page)]
[Authorize(MemberSession.Policy)]
[ApiExplorerSettings(IgnoreApi = true)]
internal sealed class MemberController(MemberPages pages, IMemberLogins logins) : Controller
{
    [HttpGet]
    [AllowAnonymous]
    public Task<IResult> Get() => pages.ShowAsync(HttpContext);

    [HttpGet("sign-in")]
    [AllowAnonymous]
    [EnableRateLimiting(SignInLimit.Members)]
    public async Task<IResult> SignIn()
    {
        if (!pages.IsOn)
            return await pages.MissingAsync(HttpContext);
        var leaving = new AuthenticationProperties { Items = { [MemberSession.Language] = Languages.OfVisitor(HttpContext) } };
        return await HttpContext.LeaveAsync(MemberSession.Provider, leaving)
            ? TypedResults.Empty
            : await pages.ShowAsync(HttpContext, MemberPages.ProviderAway, StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Connects the account with the card that is shown.</summary>
    [HttpPost("card")]
    [EnableRateLimiting(SignInLimit.Members)]
    public async Task<IResult> Link([FromForm] string? card, CancellationToken ct)
    {
        if (!pages.IsOn)
            return await pages.MissingAsync(HttpContext);
        var linked = await logins.LinkAsync(User, card, ct);
        return linked.Ok ? MemberPages.GoBack(HttpContext, "linked") : await pages.ShowAsync(HttpContext, linked.Failure.Code, Problems.StatusOf(linked.Failure.Kind));
    }

    [HttpPost("card/removal")]
    public async Task<IResult> Unlink(CancellationToken ct)
    {
        if (!pages.IsOn)
            return await pages.MissingAsync(HttpContext);
        await logins.UnlinkAsync(User, ct);
        return MemberPages.GoBack(HttpContext, "unlinked");
    }

    [HttpPost("sign-out")]
    public async Task<IResult> Leave()
    {
        if (!pages.IsOn)
            return await pages.MissingAsync(HttpContext);
        await HttpContext.SignOutAsync(MemberSession.Scheme);
        return MemberPages.GoBack(HttpContext, "signed-out");
    }
}
