using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Points.Contracts;
using Tourism.Points.Members.SignIn;

namespace Tourism.Points.Members;

/// <summary>Only the points office sees names.</summary>
[Route("api/v1/points/members")]
[Authorize(Roles = Roles.PointsReaders)]
internal sealed class MembersController(RegisterMember register, FindMembers find, MemberLogins logins) : ApiController
{
    [HttpGet]
    public async Task<ActionResult<IReadOnlyList<MemberView>>> FindAsync(string? card, CancellationToken ct) =>
        card is null
        ? Ok(await find.AllAsync(ct))
        : Answer((await find.ByCardAsync(card, ct)).Map<IReadOnlyList<MemberView>>(member => [member]));

    [HttpPut("{id}")]
    [Authorize(Roles = Roles.PointsOffice)]
    public async Task<ActionResult<MemberView>> RegisterAsync(Guid id, MemberRequest request, CancellationToken ct) =>
        Answer(await register.HandleAsync(id, request, ct));

    /// <summary>Ends the connection of the member's card with an account of the provider; true when there was one.</summary>
    [HttpDelete("{id}/login")]
    [Authorize(Roles = Roles.PointsOffice)]
    public async Task<ActionResult<bool>> UnlinkAsync(Guid id, CancellationToken ct) =>
        Answer(await logins.UnlinkAsync(id, User.FindFirstValue(ClaimTypes.NameIdentifier)!, ct));
}
