using Tourism.Kernel;
using Tourism.Points.Contracts;

namespace Tourism.Points.Holds;

internal sealed class CaptureHeldPoints(ResolveHold resolve) : IMessageHandler<CaptureHold>
{
    public async Task<Delivery> HandleAsync(Guid id, CaptureHold message, CancellationToken ct) =>
        (await resolve.HandleAsync(id, new Resolution(message.Hold, message.Sale, HoldState.Captured, message.OccurredAt), ct)).ToDelivery();
}

internal sealed class ReleaseHeldPoints(ResolveHold resolve) : IMessageHandler<ReleaseHold>
{
    public async Task<Delivery> HandleAsync(Guid id, ReleaseHold message, CancellationToken ct) =>
        (await resolve.HandleAsync(id, new Resolution(message.Hold, message.Sale, HoldState.Released, message.OccurredAt), ct)).ToDelivery();
}

internal static class HoldDelivery
{
    /// <summary>A hold may still be on its way here. A hold that ended the other way needs a person, so the message must not look done.</summary>
    public static Delivery ToDelivery(this Result<HoldView> result) => result.Failure switch
    {
        null => Delivery.Done,
        UnknownHold => Delivery.Parked,
        var failure => throw new InvalidOperationException($"{failure.Code}: {failure.En}"),
    };
}
