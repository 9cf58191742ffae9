using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Refunds;

[Route("api/v1/sales/{sale:guid}")]
[Authorize(Roles = Roles.Sellers)]
internal sealed class RefundsController(RefundSale refund, CatalogueStore catalogue, IDbContextFactory<PosDbContext> contexts) : ApiController
{
    /// <summary>Gives money back. Ask before the money leaves the drawer: a refusal says why.</summary>
    [HttpPut("refunds/{id:guid}")]
    public async Task<ActionResult<RefundView>> Put(Guid sale, Guid id, RefundRequest request, CancellationToken ct) =>
        User.SellsAt(request.Till) is { } elsewhere ? Answer(elsewhere) : Answer(await refund.HandleAsync(sale, id, request, User.Actor(), ct));

    /// <summary>What is left of a sale, per line, and what it would bring back.</summary>
    [HttpGet("refundable")]
    public async Task<ActionResult<RefundableView>> Get(Guid sale, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await RefundBooks.LoadAsync(db, await catalogue.GetAsync(ct), sale, ct) is not { } books)
            return Answer(new UnknownSale(sale));
        return User.Elsewhere(Places.Site, books.Site.Code) is { } elsewhere ? Answer(elsewhere) : Ok(books.View);
    }
}
