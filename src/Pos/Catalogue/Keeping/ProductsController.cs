using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Keeping;

[Route("api/v1/sites/{site}/products")]
[Authorize(Roles = Roles.ShopOffice)]
internal sealed class ProductsController(FindProducts find, KeepProduct keep, KeepPrice prices) : ApiController
{
    /// <summary>Products of a site, also those no longer sold, in the order of the till's keys.</summary>
    [HttpGet]
    public async Task<ActionResult<ProductPageView>> Get(string site, string? search, int skip, int take = ProductPageView.Most, CancellationToken ct = default) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await find.HandleAsync(site, search, skip, take, ct));

    /// <summary>One of them, with its prices by date.</summary>
    [HttpGet("{code}")]
    public async Task<ActionResult<KeptProductView>> Get(string site, string code, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await find.HandleAsync(site, code, ct));

    /// <summary>Adds a product or changes what it says; based on another version than the present one it is refused (409).</summary>
    [HttpPut("{code}")]
    [ProducesResponseType<KeptProductView>(StatusCodes.Status201Created)]
    [ProducesResponseType<KeptProductView>(StatusCodes.Status200OK)]
    public async Task<ActionResult<KeptProductView>> Put(string site, string code, ProductRequest request, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await keep.HandleAsync(site, code, request, User.Actor(), User.IsInRole(Roles.Administrator), ct));

    /// <summary>Gives it a price from a day on, today or later. A price that has begun stays.</summary>
    [HttpPut("{code}/prices/{from}")]
    [ProducesResponseType<KeptProductView>(StatusCodes.Status201Created)]
    [ProducesResponseType<KeptProductView>(StatusCodes.Status200OK)]
    public async Task<ActionResult<KeptProductView>> PutPrice(string site, string code, DateOnly from, PriceRequest request, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await prices.SetAsync(site, code, from, request, User.Actor(), ct));

    /// <summary>Withdraws a price that has not begun.</summary>
    [HttpDelete("{code}/prices/{from}")]
    public async Task<ActionResult<KeptProductView>> DeletePrice(string site, string code, DateOnly from, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await prices.WithdrawAsync(site, code, from, User.Actor(), ct));

    private Failure? Mine(string site) => User.Elsewhere(Places.Site, site);
}
