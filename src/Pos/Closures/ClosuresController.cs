using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Closures;

[Route("api/v1/sites/{site}/closures")]
[Authorize(Roles = Roles.TicketOffice)]
internal sealed class ClosuresController(CloseSite close, DecideRemedy remedy, ClosureViews views) : ApiController
{
    /// <summary>Closures of a site, latest first, with what they leave unused.</summary>
    [HttpGet]
    public async Task<ActionResult<IReadOnlyList<ClosureView>>> Get(string site, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Ok(await views.OfSiteAsync(site, ct));

    /// <summary>Closes the site at once. Sending the same closure again answers 200 and changes nothing.</summary>
    [HttpPut("{id:guid}")]
    public async Task<ActionResult<ClosureView>> Put(string site, Guid id, ClosureRequest request, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await close.CloseAsync(site, id, request, User.Actor(), ct));

    /// <summary>Opens the site again. What was decided for unused tickets goes on.</summary>
    [HttpPut("{id:guid}/reopening")]
    public async Task<ActionResult<ClosureView>> Reopen(string site, Guid id, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await close.ReopenAsync(site, id, User.Actor(), ct));

    /// <summary>Proposes what becomes of the unused tickets; may be changed until it is confirmed.</summary>
    [HttpPut("{id:guid}/remedy")]
    public async Task<ActionResult<ClosureView>> Propose(string site, Guid id, RemedyRequest request, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await remedy.ProposeAsync(site, id, request, User.Actor(), ct));

    /// <summary>A second person confirms exactly what they saw proposed; from then on it is carried out.</summary>
    [HttpPut("{id:guid}/remedy/confirmation")]
    public async Task<ActionResult<ClosureView>> Confirm(string site, Guid id, RemedyRequest request, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await remedy.ConfirmAsync(site, id, request, User.Actor(), ct));

    private Failure? Mine(string site) => User.Elsewhere(Places.Site, site);
}
