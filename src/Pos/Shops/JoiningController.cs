using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

/// <summary>Open to whoever holds a code; the code travels in bodies, never in an address.</summary>
[Route("api/v1/joining")]
[AllowAnonymous]
[EnableRateLimiting(SignInLimit.Policy)]
internal sealed class JoiningController(LookAtInvitation look, JoinShop join, ContactDevice contact, DeviceCookie cookie, SessionViews sessions) : ApiController
{
    /// <summary>What an invitation says.</summary>
    [HttpPost]
    public async Task<ActionResult<JoiningView>> Look(ShopCode code, CancellationToken ct) => Answer(await look.HandleAsync(code, ct));

    /// <summary>Joins: makes the shop, its owner and its till, which is this browser from now on, and signs the owner in there.</summary>
    [HttpPut]
    public async Task<ActionResult<JoinedView>> Join(JoinRequest request, CancellationToken ct)
    {
        var joined = await join.HandleAsync(request, ct);
        if (!joined.Ok)
            return Answer(joined.Failure);
        var (owner, device, credential) = joined.Value;
        cookie.Write(HttpContext, credential);
        var session = sessions.Of(await HttpContext.EnterAsync(owner.ToPrincipal(owner.PostsAt(device.Till, device.Gate)), device.Id));
        return new JoinedView(session, (await contact.HandleAsync(credential, ct)).View);
    }
}
