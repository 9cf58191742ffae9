using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

[Route("api/v1/payments/{id:guid}")]
[Authorize(Roles = Roles.Sellers)]
internal sealed class PaymentsController(
    StartPayment start, AskForCard ask, FindPayment find, WatchPayment watch, CancelPayment cancel, DrawPaymentCode draw, PaymentPlace place) : ApiController
{
    [HttpPut]
    public async Task<ActionResult<PaymentView>> Start(Guid id, PaymentRequest request, CancellationToken ct) =>
        await place.OfSaleAsync(User, request.Sale, ct) is { } elsewhere ? Answer(elsewhere) : Answer(await start.HandleAsync(id, request, ct));

    [HttpGet]
    public async Task<ActionResult<PaymentView>> Find(Guid id, CancellationToken ct) =>
        await place.OfTenderAsync(User, id, ct) is { } elsewhere ? Answer(elsewhere) : Answer(await find.HandleAsync(id, ct));

    /// <summary>The payment whenever it changes, as server-sent events, until it has ended.</summary>
    [HttpGet("live")]
    [Produces("text/event-stream", "application/problem+json")]
    public async Task<ActionResult<PaymentView>> Watch(Guid id, CancellationToken ct)
    {
        if (await place.OfTenderAsync(User, id, ct) is { } elsewhere)
            return Answer(elsewhere);
        if (await find.HandleAsync(id, ct) is { Ok: false, Failure: var missing })
            return Answer(missing);
        await TypedResults.ServerSentEvents(watch.RunAsync(id, ct)).ExecuteAsync(HttpContext);
        return new EmptyResult();
    }

    [HttpPut("cancel")]
    public async Task<ActionResult<PaymentView>> Cancel(Guid id, CancellationToken ct) =>
        await place.OfTenderAsync(User, id, ct) is { } elsewhere ? Answer(elsewhere) : Answer(await cancel.HandleAsync(id, ct));

    /// <summary>Asks for a card once more. The till names each try, so that asking again after a lost answer is no other one.</summary>
    [HttpPut("tries/{name:guid}")]
    public async Task<ActionResult<PaymentView>> Present(Guid id, Guid name, PresentRequest request, CancellationToken ct) =>
        await place.OfTenderAsync(User, id, ct) is { } elsewhere ? Answer(elsewhere) : Answer(await ask.HandleAsync(id, name, request.Reader, ct));

    [HttpGet("qr.svg")]
    [Produces("image/svg+xml", "application/problem+json")]
    public async Task<ActionResult<string>> Code(Guid id, CancellationToken ct)
    {
        if (await place.OfTenderAsync(User, id, ct) is { } elsewhere)
            return Answer(elsewhere);
        var drawn = await draw.HandleAsync(id, ct);
        return drawn.Ok ? Content(drawn.Value, "image/svg+xml") : Answer(drawn.Failure);
    }
}
