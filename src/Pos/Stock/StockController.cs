using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock;

[Route("api/v1/sites/{site}/stock")]
[Authorize(Roles = Roles.Shops)]
internal sealed class StockController(FindStock find, EnterMove enter, UndoMove undo, KeepStockRules rules) : ApiController
{
    /// <summary>How much there is of everything, and what needs somebody's eye. Empty while the shop keeps no stock.</summary>
    [HttpGet]
    public async Task<ActionResult<StockView>> Get(string site, CancellationToken ct) => Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await find.HandleAsync(site, ct));

    /// <summary>Entries of the site or of one product, latest first.</summary>
    [HttpGet("moves")]
    public async Task<ActionResult<StockMovePage>> Moves(string site, string? product, long? before, CancellationToken ct, int take = 20) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await find.MovesAsync(site, product, before, take, ct));

    /// <summary>Enters goods received, counted, wasted or moved to another site. Sending the same entry again answers 200 and changes nothing.</summary>
    [HttpPut("moves/{id:guid}")]
    public async Task<ActionResult<StockMoveView>> Put(string site, Guid id, StockMoveRequest request, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await enter.HandleAsync(site, id, request, User.Actor(), ct));

    /// <summary>Takes a wrong entry back.</summary>
    [HttpPut("moves/{id:guid}/undo")]
    public async Task<ActionResult<StockMoveView>> Undo(string site, Guid id, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await undo.HandleAsync(site, id, User.Actor(), ct));

    /// <summary>Turns the shop's stock on or off, and says when it warns.</summary>
    [HttpPut("rules")]
    [Authorize(Roles = Roles.ShopOffice)]
    public async Task<ActionResult<StockRules>> Rules(string site, StockRules request, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await rules.HandleAsync(site, request, User.Actor(), ct));

    /// <summary>Says below how much one product is low.</summary>
    [HttpPut("marks/{product}")]
    [Authorize(Roles = Roles.ShopOffice)]
    public async Task<ActionResult<StockMark>> Mark(string site, string product, StockMark request, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await rules.HandleAsync(site, product, request, User.Actor(), ct));

    private Failure? Mine(string site) => User.Elsewhere(Places.Site, site);
}
