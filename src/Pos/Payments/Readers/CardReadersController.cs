using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Readers;

[Route("api/v1/card-readers")]
internal sealed class CardReadersController(FindReaders find, KeepReader keep) : ApiController
{
    /// <summary>Every reader that the provider has.</summary>
    [HttpGet]
    [Authorize(Roles = Roles.Administrator + "," + Roles.Auditor)]
    public async Task<ActionResult<IReadOnlyList<CardReaderView>>> All(CancellationToken ct) => Answer(await find.AllAsync(ct));

    /// <summary>The readers of one site, as a till chooses among them.</summary>
    [HttpGet("/api/v1/sites/{site}/card-readers")]
    [Authorize(Roles = Roles.Sellers)]
    public async Task<ActionResult<IReadOnlyList<CardReaderView>>> At(string site, CancellationToken ct) =>
        User.Elsewhere(Places.Site, site) is { } elsewhere ? Answer(elsewhere) : Ok(await find.AtAsync(site, ct));

    /// <summary>Puts a reader to a site.</summary>
    [HttpPut("{id}")]
    [Authorize(Roles = Roles.Administrator)]
    public async Task<ActionResult<CardReaderView>> Put(string id, CardReaderRequest request, CancellationToken ct) =>
        Answer(await keep.PutAsync(id, request, User.Actor(), ct));

    /// <summary>Takes a reader away from its site.</summary>
    [HttpDelete("{id}")]
    [Authorize(Roles = Roles.Administrator)]
    public async Task<ActionResult<CardReaderView>> Retire(string id, CancellationToken ct) => Answer(await keep.RetireAsync(id, User.Actor(), ct));
}
