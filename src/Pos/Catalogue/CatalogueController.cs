using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

[Route("api/v1/catalogue")]
[Authorize]
internal sealed class CatalogueController(CatalogueStore catalogue, TimeProvider clock) : ApiController
{
    /// <summary>Sites, tills, gates and products with today's prices.</summary>
    [HttpGet]
    public async Task<CatalogueView> Get(CancellationToken ct) =>
        (await catalogue.GetAsync(ct)).On(BusinessDate.Of(clock.UtcMicros()));
}
