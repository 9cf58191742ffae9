using Tourism.Kernel;
using Tourism.Points.Contracts;

namespace Tourism.Points.Holds;

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
