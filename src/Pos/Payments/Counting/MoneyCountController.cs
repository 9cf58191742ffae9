using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Counting;

[Route("api/v1/money-count")]
internal sealed class MoneyCountController(FindDifferences find, KeepDifferences keep) : ApiController
{
    /// <summary>The last month's days with both sides' sums, and the differences, newest first.</summary>
    [HttpGet]
    [Authorize(Roles = Roles.Administrator + "," + Roles.Auditor)]
    public async Task<ActionResult<MoneyCountView>> Get(CancellationToken ct, bool open = true) => await find.HandleAsync(open, ct);

    /// <summary>Closes a difference with a reason; safe to press twice.</summary>
    [HttpPut("differences/{id:guid}/closing")]
    [Authorize(Roles = Roles.Administrator)]
    public async Task<ActionResult<MoneyDifferenceView>> Close(Guid id, DifferenceClosing request, CancellationToken ct) =>
        Answer(await keep.CloseAsync(id, request, User.Actor(), ct));
}
