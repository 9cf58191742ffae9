using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

[Route("api/v1/payments/{id:guid}")]
[Authorize(Roles = Roles.Sellers)]
internal sealed class PaymentsController(
    StartPayment start, FindPayment find, CancelPayment cancel, DrawPaymentCode draw, PaymentPlace place) : ApiController
{
    [HttpPut]
    public async Task<ActionResult<PaymentView>> Start(Guid id, PaymentRequest request, CancellationToken ct) =>
        await place.OfSaleAsync(User, request.Sale, ct) is { } elsewhere ? Answer(elsewhere) : Answer(await start.HandleAsync(id, request, ct));

    [HttpGet]
    public async Task<ActionResult<PaymentView>> Find(Guid id, CancellationToken ct) =>
        await place.OfTenderAsync(User, id, ct) is { } elsewhere ? Answer(elsewhere) : Answer(await find.HandleAsync(id, ct));

    [HttpPut("cancel")]
    public async Task<ActionResult<PaymentView>> Cancel(Guid id, CancellationToken ct) =>
        await place.OfTenderAsync(User, id, ct) is { } elsewhere ? Answer(elsewhere) : Answer(await cancel.HandleAsync(id, ct));

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
