using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

[Route("api/v1/accounts")]
[Authorize(Roles = Roles.Administrator)]
internal sealed class AccountsController(ListAccounts list, KeepAccount keep, LetIn letIn) : ApiController
{
    /// <summary>Everybody who may sign in by name.</summary>
    [HttpGet]
    public async Task<IReadOnlyList<AccountView>> Get(CancellationToken ct) => await list.HandleAsync(ct);

    /// <summary>Adds a person or changes what they may do; based on another version than the present one it is refused (409).</summary>
    [HttpPut("{id:guid}")]
    public async Task<ActionResult<AccountView>> Put(Guid id, AccountRequest request, CancellationToken ct) => Answer(await keep.HandleAsync(id, request, User.Actor(), ct));

    /// <summary>Makes a one-time link by which the person chooses a password; an earlier link is void.</summary>
    [HttpPut("{id:guid}/invitation")]
    public async Task<ActionResult<InvitationView>> Invite(Guid id, InvitationRequest request, CancellationToken ct) => Answer(await letIn.InviteAsync(id, request, User.Actor(), ct));

    /// <summary>Shuts a person out, or lets them in again.</summary>
    [HttpPut("{id:guid}/disabling")]
    public async Task<ActionResult<AccountView>> Disable(Guid id, AccountDisabling request, CancellationToken ct) => Answer(await letIn.DisableAsync(id, request, User.Actor(), ct));
}
