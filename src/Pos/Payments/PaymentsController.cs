using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

[Route("api/v1/payments/{id:guid}")]
[Authorize(Roles = $"{Roles.TicketStaff},{Roles.ShopStaff},{Roles.Administrator}")]
internal sealed class PaymentsController(StartPayment start, FindPayment find, CancelPayment cancel, DrawPaymentCode draw) : ApiController
{
    [HttpPut]
    public async Task<ActionResult<PaymentView>> Start(Guid id, PaymentRequest request, CancellationToken ct) =>
        Answer(await start.HandleAsync(id, request, ct));

    [HttpGet]
    public async Task<ActionResult<PaymentView>> Find(Guid id, CancellationToken ct) => Answer(await find.HandleAsync(id, ct));

    [HttpPut("cancel")]
    public async Task<ActionResult<PaymentView>> Cancel(Guid id, CancellationToken ct) => Answer(await cancel.HandleAsync(id, ct));

    [HttpGet("qr.svg")]
    [Produces("image/svg+xml", "application/problem+json")]
    public async Task<ActionResult<string>> Code(Guid id, CancellationToken ct)
    {
        var drawn = await draw.HandleAsync(id, ct);
        return drawn.Ok ? Content(drawn.Value, "image/svg+xml") : Answer(drawn.Failure);
    }
}
