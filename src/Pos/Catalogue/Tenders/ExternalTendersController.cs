using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Tenders;

[Route("api/v1/external-tenders")]
[Authorize(Roles = Roles.Administrator)]
internal sealed class ExternalTendersController(CatalogueStore catalogue, KeepExternalTender keep) : ApiController
{
    /// <summary>Means of payment outside this system, retired ones too, in the order they are offered.</summary>
    [HttpGet]
    public async Task<IReadOnlyList<KeptExternalTenderView>> Get(CancellationToken ct) =>
        [.. (await catalogue.GetAsync(ct)).Tenders.All.Select(tender => tender.View())];

    /// <summary>Adds one, changes or retires it; based on another version than the present one it is refused (409).</summary>
    [HttpPut("{code}")]
    [ProducesResponseType<KeptExternalTenderView>(StatusCodes.Status201Created)]
    [ProducesResponseType<KeptExternalTenderView>(StatusCodes.Status200OK)]
    public async Task<ActionResult<KeptExternalTenderView>> Put(string code, ExternalTenderRequest request, CancellationToken ct) =>
        Answer(await keep.HandleAsync(code, request, User.Actor(), ct));
}
