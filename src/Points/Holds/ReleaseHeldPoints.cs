using Tourism.Kernel;
using Tourism.Points.Contracts;

namespace Tourism.Points.Holds;

internal sealed class ReleaseHeldPoints(ResolveHold resolve) : IMessageHandler<ReleaseHold>
{
    public async Task<Delivery> HandleAsync(Guid id, ReleaseHold message, CancellationToken ct) =>
        (await resolve.HandleAsync(id, new Resolution(message.Hold, message.Sale, HoldState.Released, message.OccurredAt), ct)).ToDelivery();
}
