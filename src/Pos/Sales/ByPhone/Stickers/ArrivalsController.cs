using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales.ByPhone.Stickers;

[Route("api/v1/sites/{site}")]
[Authorize(Roles = Roles.Shops)]
internal sealed class ArrivalsController(FindSticker find, KeepSticker keep, FindArrivals arrivals, WatchArrivals watch) : ApiController
{
    /// <summary>The sticker by which visitors pay at a place.</summary>
    [HttpGet("sticker")]
    public async Task<ActionResult<StickerStandView>> Sticker(string site, CancellationToken ct) =>
        Elsewhere(site) is { } elsewhere ? Answer(elsewhere) : Answer(await find.OfSiteAsync(site, ct));

    /// <summary>Makes a sticker. The one before, lost or pasted over, opens nothing from then on. The caller makes the id.</summary>
    [HttpPut("sticker/{id:guid}")]
    public async Task<ActionResult<StickerView>> Make(string site, Guid id, CancellationToken ct) =>
        Elsewhere(site) is { } elsewhere ? Answer(elsewhere) : Answer(await keep.HandleAsync(site, id, User.Actor(), ct));

    /// <summary>What visitors paid by the sticker on a day, today without one; with <c>after</c> also what came in since.</summary>
    [HttpGet("arrivals")]
    public async Task<ActionResult<ArrivalsView>> Arrivals(string site, [FromQuery] DateOnly? day, [FromQuery] long? after, CancellationToken ct) =>
        Elsewhere(site) is { } elsewhere ? Answer(elsewhere) : Answer(await arrivals.HandleAsync(site, day, after, ct));

    /// <summary>What visitors pay by the sticker as it happens, as server-sent events from <c>after</c> or <c>Last-Event-ID</c> on; ends after five minutes.</summary>
    [HttpGet("arrivals/live")]
    [Produces("text/event-stream", "application/problem+json")]
    public async Task<ActionResult<ArrivalNews>> Watch(string site, [FromQuery] long? after, CancellationToken ct)
    {
        if (Elsewhere(site) is { } elsewhere)
            return Answer(elsewhere);
        if (await find.OfSiteAsync(site, ct) is { Ok: false, Failure: var missing })
            return Answer(missing);
        await TypedResults.ServerSentEvents(watch.RunAsync(site, LastSeen ?? after ?? long.MaxValue, ct)).ExecuteAsync(HttpContext);
        return new EmptyResult();
    }

    /// <summary>Where a line that broke had come to.</summary>
    private long? LastSeen => long.TryParse(Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : null;

    private Failure? Elsewhere(string site) => User.Elsewhere(Places.Site, site);
}

[Route("api/v1/sales/{sale:guid}/tax/{id:guid}")]
[Authorize(Roles = Roles.Shops)]
internal sealed class TaxChangesController(ChangeTax change, SaleViews sales) : ApiController
{
    /// <summary>Gives a sticker sale another tax class, on the day it was paid. The caller makes the id; the last change counts.</summary>
    [HttpPut]
    public async Task<ActionResult<ArrivalView>> Put(Guid sale, Guid id, TaxChangeRequest request, CancellationToken ct)
    {
        var found = await sales.FindAsync(sale, ct);
        if (!found.Ok)
            return Answer(found.Failure);
        return User.Elsewhere(Places.Site, found.Value.Site) is { } elsewhere ? Answer(elsewhere) : Answer(await change.HandleAsync(sale, id, request, User.Actor(), ct));
    }
}
