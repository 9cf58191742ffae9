using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

[Route("api/v1/ticket-keys")]
[Authorize(Roles = Roles.Administrator)]
internal sealed class TicketKeysController(FindTicketKeys find, RotateTicketKey rotate, RevokeTicketKey revoke) : ApiController
{
    /// <summary>Every key that signs or has signed tickets, and how many tickets hang on it.</summary>
    [HttpGet]
    public async Task<IReadOnlyList<TicketKeyView>> Get(CancellationToken ct) => await find.HandleAsync(ct);

    /// <summary>Makes another key for the server, which signs from now on; the one before is verified still. The caller names the rotation.</summary>
    [HttpPut("rotations/{id:guid}")]
    [ProducesResponseType<KeyView>(StatusCodes.Status201Created)]
    [ProducesResponseType<KeyView>(StatusCodes.Status200OK)]
    public async Task<ActionResult<KeyView>> Rotate(Guid id, CancellationToken ct) => Answer(await rotate.HandleAsync(id, User.Actor(), ct));

    /// <summary>Asks the device that holds this key to make another one; it does when its till is opened next.</summary>
    [HttpPut("{key:long}/renewal")]
    public async Task<ActionResult<KeyView>> Renew(long key, CancellationToken ct) => Answer(await rotate.AskAsync(key, User.Actor(), ct));

    /// <summary>Revokes the key of a lost device: gates refuse what it signed, at the latest when they next fetch their list, unless its sale is on record.</summary>
    [HttpPut("{key:long}/revocation")]
    public async Task<ActionResult<KeyView>> Revoke(long key, CancellationToken ct) => Answer(await revoke.HandleAsync(key, User.Actor(), ct));

    /// <summary>Takes a revocation back, within ten minutes and unless the key's device was revoked.</summary>
    [HttpPut("{key:long}/restoration")]
    public async Task<ActionResult<KeyView>> Restore(long key, CancellationToken ct) => Answer(await revoke.RestoreAsync(key, User.Actor(), ct));
}
