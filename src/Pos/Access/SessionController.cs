using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

[Route("api/v1/session")]
[AllowAnonymous]
internal sealed class SessionController(
    DemoPeople people, SessionViews sessions, SignInByPassword signIn, AcceptInvitation accept, KeepTrail trail, DemoDevices devices) : ApiController
{
    /// <summary>Who is signed in, and what kind of installation this is.</summary>
    [HttpGet]
    public SessionView Get() => sessions.Of(User);

    /// <summary>Signs in as a demo person. Where that person has a till or a gate, this browser becomes a device of it.</summary>
    [HttpPost]
    public async Task<ActionResult<SessionView>> Post(SignInRequest request, CancellationToken ct)
    {
        if (people.Find(request.Person) is not { } person)
            return Answer(new UnknownPerson(request.Person));
        await devices.EnrolAsync(HttpContext, person, ct);
        var principal = person.ToPrincipal();
        await trail.HandleAsync(Deed.SignedIn, principal.Actor() with { Device = HttpContext.User.DeviceId() }, person.Code, ct);
        return await EnterAsync(principal);
    }

    /// <summary>Signs in by name and password, and by a code where a second factor is on.</summary>
    [HttpPost("password")]
    [EnableRateLimiting(SignInLimit.Policy)]
    public async Task<ActionResult<SessionView>> Password(PasswordSignIn request, CancellationToken ct) => await EnterAsync(await signIn.HandleAsync(request, User.DeviceId(), ct));

    /// <summary>Takes up an invitation: chooses the password and is signed in.</summary>
    [HttpPost("invitation")]
    [EnableRateLimiting(SignInLimit.Policy)]
    public async Task<ActionResult<SessionView>> Invited(InvitationAnswer answer, CancellationToken ct) => await EnterAsync(await accept.HandleAsync(answer, User.DeviceId(), ct));

    /// <summary>Goes to another of one's posts.</summary>
    [HttpPut("post")]
    public async Task<ActionResult<SessionView>> Go(PostChoice choice) =>
        choice.Post >= 0 && choice.Post < User.AllPosts().Count ? await EnterAsync(User.At(choice.Post)) : Answer(new NoSuchPost(User.AllPosts().Count));

    /// <summary>Signs out.</summary>
    [HttpDelete]
    public async Task<SessionView> Delete()
    {
        await HttpContext.SignOutAsync(People.Scheme);
        return sessions.Of(new ClaimsPrincipal(new ClaimsIdentity()));
    }

    private async Task<ActionResult<SessionView>> EnterAsync(Result<Account> account) =>
        account.Ok ? await EnterAsync(account.Value.ToPrincipal()) : Answer(account.Failure);

    private async Task<ActionResult<SessionView>> EnterAsync(ClaimsPrincipal principal)
    {
        return sessions.Of(await HttpContext.EnterAsync(principal));
    }
}

internal sealed record NoSuchPost(int Posts) : Failure(
    "no-such-post", FailureKind.Invalid, $"持ち場は {Posts} か所です。0 から数えて選んでください。", $"You have {Posts} posts. Choose one, counted from 0.", "post");

internal sealed record UnknownPerson(string Person) : Failure(
    "unknown-person", FailureKind.Invalid,
    $"「{Person}」という人はいません。", $"There is nobody called '{Person}' to sign in as.", "person");
