using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Clients;

[Route("api/v1/clients")]
[Authorize(Roles = Roles.Administrator)]
internal sealed class ClientsController(KeepClients clients) : ApiController
{
    /// <summary>Other systems that were let in, latest first.</summary>
    [HttpGet]
    public async Task<IReadOnlyList<ClientView>> Get(CancellationToken ct) => await clients.ListAsync(ct);

    /// <summary>Lets a system in and tells its key this once. A repeat before the key's first use answers with another key.</summary>
    [HttpPut("{id:guid}")]
    public async Task<ActionResult<ClientKeyView>> Put(Guid id, ClientRequest request, CancellationToken ct) =>
        Answer(await clients.AddAsync(id, request, User.Actor(), ct));

    /// <summary>Gives it another key, told this once; the one before works for a day more.</summary>
    [HttpPut("{id:guid}/key")]
    public async Task<ActionResult<ClientKeyView>> Rotate(Guid id, CancellationToken ct) => Answer(await clients.RotateAsync(id, User.Actor(), ct));

    /// <summary>Shuts it out for ever.</summary>
    [HttpPut("{id:guid}/end")]
    public async Task<ActionResult<ClientView>> End(Guid id, CancellationToken ct) => Answer(await clients.EndAsync(id, User.Actor(), ct));
}
