using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

[Route("api/v1/ticket-keys")]
[Authorize(Roles = Roles.Administrator)]
internal sealed class TicketKeysController(RevokeTicketKey revoke) : ApiController
{
    /// <summary>Revokes the key of a lost device: gates refuse what it signed, at the latest when they next fetch their list.</summary>
    [HttpPut("{key:long}/revocation")]
    public async Task<ActionResult<KeyView>> Revoke(long key, CancellationToken ct) => Answer(await revoke.HandleAsync(key, User.Actor(), ct));
}
