using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Reviews;

[Route("api/v1/reviews")]
[Authorize(Roles = Roles.TicketOffice)]
internal sealed class ReviewsController(FindReviews find, ResolveReview resolve) : ApiController
{
    /// <summary>What a supervisor must look at, oldest first, at most 200. Ticket staff see their own site's.</summary>
    [HttpGet]
    public async Task<IReadOnlyList<ReviewView>> Get(bool open = true, CancellationToken ct = default) =>
        await find.HandleAsync(open, User.IsInRole(Roles.Administrator) ? null : User.FindFirst(Places.Site)?.Value ?? "", ct);

    /// <summary>Closes a review with what was done. The first note stays.</summary>
    [HttpPut("{id:guid}/resolution")]
    [Authorize(Roles = Roles.Administrator)]
    public async Task<ActionResult<ReviewView>> Put(Guid id, ReviewResolution resolution, CancellationToken ct) =>
        Answer(await resolve.HandleAsync(id, resolution, User.Actor(), ct));
}
