using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

[Route("api/v1/access")]
[Authorize(Roles = Roles.Administrator)]
internal sealed class AccessController(AccessTable table) : ApiController
{
    /// <summary>Who may call what. Places narrow it further: staff reach their own site, till or gate.</summary>
    [HttpGet]
    public async Task<IReadOnlyList<AccessRow>> Get() => await table.ReadAsync();
}
