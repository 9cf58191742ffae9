using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

[Route("api/v1/sales")]
[Authorize(Roles = Roles.Sellers)]
internal sealed class SalesController(SaleViews views, FindSale find) : ApiController
{
    /// <summary>A sale as it stands.</summary>
    [HttpGet("{id:guid}")]
    [Scope(Scopes.SalesRead)]
    public async Task<ActionResult<SaleView>> Get(Guid id, CancellationToken ct)
    {
        var sale = await views.FindAsync(id, ct);
        return sale.Ok && User.Elsewhere(Places.Site, sale.Value.Site) is { } elsewhere ? Answer(elsewhere) : Answer(sale);
    }

    /// <summary>
    /// The sale behind what a visitor brings: the number of a receipt or return slip as printed, the token of a receipt's page, or a ticket.
    /// Whoever sells at its site may look.
    /// </summary>
    [HttpGet]
    [Scope(Scopes.SalesRead)]
    public async Task<ActionResult<SaleView>> Find([FromQuery] string? receipt, [FromQuery] Guid? ticket, CancellationToken ct)
    {
        var sale = await find.HandleAsync(receipt, ticket, ct);
        return sale.Ok && User.Elsewhere(Places.Site, sale.Value.Site) is { } elsewhere ? Answer(elsewhere) : Answer(sale);
    }
}

[Route("api/v1/sales")]
[Authorize(Roles = Roles.Sellers + "," + Roles.Device)]
internal sealed class SaleController(RecordSale record) : ApiController
{
    /// <summary>
    /// Records a sale. The till makes the id; sending the same sale again answers 200 and changes nothing. An enrolled device hands in what was sold
    /// on it, whoever is signed in by then.
    /// </summary>
    [HttpPut("{id:guid}")]
    [Scope(Scopes.SalesWrite)]
    public async Task<ActionResult<SaleView>> Put(Guid id, SaleRequest request, CancellationToken ct)
    {
        var by = User.ActsAt(Places.Till, request.Till, request.Person, request.Device);
        return by.Ok ? Answer(await record.HandleAsync(id, request, by.Value, ct)) : Answer(by.Failure);
    }
}

[Route("api/v1/quotes")]
[Authorize(Roles = Roles.Sellers)]
internal sealed class QuotesController(CatalogueStore catalogue, TimeProvider clock) : ApiController
{
    /// <summary>Prices a basket at today's prices; records nothing.</summary>
    [HttpPost]
    [Scope(Scopes.SalesWrite)]
    public async Task<ActionResult<QuoteView>> Post(QuoteRequest request, CancellationToken ct)
    {
        if (User.Elsewhere(Places.Till, request.Till) is { } elsewhere)
            return Answer(elsewhere);
        var snapshot = await catalogue.GetAsync(ct);
        if (snapshot.SiteOf(PlaceKind.Till, request.Till) is not { } site)
            return Answer(new UnknownTill(request.Till));
        return Answer(Calculator.Price(snapshot.On(site, BusinessDate.Of(clock.UtcMicros())), request.Lines, request.Terms));
    }
}
