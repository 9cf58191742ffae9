using Tourism.Kernel;
using Tourism.Points.Contracts;

namespace Tourism.Points.Holds;

internal sealed class CaptureHeldPoints(ResolveHold resolve) : IMessageHandler<CaptureHold>
{
    public async Task<Delivery> HandleAsync(Guid id, CaptureHold message, CancellationToken ct) =>
        (await resolve.HandleAsync(id, new Resolution(message.Hold, message.Sale, HoldState.Captured, message.OccurredAt), ct)).ToDelivery();
}
