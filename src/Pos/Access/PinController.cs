using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

[Route("api/v1/session/pin")]
internal sealed class PinController(SignInByPin signIn, KeepPin keep, SessionViews sessions) : ApiController
{
    /// <summary>Signs in by PIN, on an enrolled device and for a post at its place only.</summary>
    [HttpPost]
    [Authorize(Roles = Roles.Device)]
    [EnableRateLimiting(SignInLimit.Policy)]
    public async Task<ActionResult<SessionView>> Post(PinSignIn request, CancellationToken ct)
    {
        var entered = await signIn.HandleAsync(request, User.Device()!, ct);
        if (!entered.Ok)
            return Answer(entered.Failure);
        return sessions.Of(await HttpContext.EnterAsync(entered.Value));
    }

    /// <summary>Sets one's own PIN; only after signing in by password.</summary>
    [HttpPut]
    [Authorize]
    [EnableRateLimiting(SignInLimit.Policy)]
    public async Task<ActionResult<SessionView>> Put(PinRequest request, CancellationToken ct)
    {
        if (!User.HasPassword())
            return Answer(new PasswordFirst());
        var kept = await keep.HandleAsync(User.Code(), request.Pin, User.Actor(), ct);
        return kept.Ok ? sessions.Of(User) : Answer(kept.Failure);
    }
}

/// <summary>Whoever is in by PIN, or as a demo person, has not shown a password.</summary>
internal sealed record PasswordFirst() : Failure(
    "password-first", FailureKind.Refused, "先にパスワードでサインインしてください。", "Sign in by password first.");
