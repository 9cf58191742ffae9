using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

[Route("api/v1/session")]
[AllowAnonymous]
internal sealed class SessionController(DemoPeople people, PublicAddress address, IOptions<TourismOptions> options) : ApiController
{
    /// <summary>Who is signed in, and what kind of installation this is.</summary>
    [HttpGet]
    public SessionView Get() => View(User.Identity!.IsAuthenticated ? Find(User.Code()) : null);

    /// <summary>Signs in as a demo person.</summary>
    [HttpPost]
    public async Task<ActionResult<SessionView>> Post(SignInRequest request)
    {
        if (Find(request.Person) is not { } person)
            return Answer(new UnknownPerson(request.Person));
        await HttpContext.SignInAsync(People.Scheme, person.ToPrincipal());
        return View(person);
    }

    /// <summary>Signs out.</summary>
    [HttpDelete]
    public async Task<SessionView> Delete()
    {
        await HttpContext.SignOutAsync(People.Scheme);
        return View(null);
    }

    private PersonView? Find(string code) => people.All.FirstOrDefault(person => person.Code == code);

    private SessionView View(PersonView? person) => new(options.Value.Mode.ToString().ToLowerInvariant(), person, people.All, address.Root);
}

internal sealed record UnknownPerson(string Person) : Failure(
    "unknown-person", FailureKind.Invalid,
    $"「{Person}」という人はいません。", $"There is nobody called '{Person}' to sign in as.", "person");
