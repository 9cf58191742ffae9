using Tourism.Kernel;

namespace Tourism.Points.Contracts;

/// <summary>What the till's module may ask about points.</summary>
public interface IPointsWallet
{
    /// <summary>The hold as it stands now; <c>null</c> when there is none under this id.</summary>
    Task<HoldView?> FindHoldAsync(Guid hold, CancellationToken ct);

    /// <summary>What a points card shows to whoever carries it; <c>null</c> for an unknown card.</summary>
    /// <param name="card">The 128-bit card token, 26 characters of base32.</param>
    /// <param name="ct">Ends with the request.</param>
    Task<CardView?> FindCardAsync(string card, CancellationToken ct);
}

/// <summary>The public face of a points card: nothing but the balance and the latest movements.</summary>
/// <param name="Card">Card token, 26 characters of base32.</param>
/// <param name="Available">Spendable today.</param>
/// <param name="Held">Reserved for sales that are not finished.</param>
/// <param name="NextExpiry">When the soonest lot expires (last day of use); <c>null</c> without points.</param>
/// <param name="Movements">Latest first, at most 20.</param>
public sealed record CardView(string Card, PointAmount Available, PointAmount Held, DateOnly? NextExpiry, IReadOnlyList<CardMovement> Movements)
{
    /// <summary>How many of the available points that lot, and others with the same last day, hold.</summary>
    public PointAmount Expiring { get; init; }
}

/// <summary>One line of a card's history.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Amount">Positive for points received, negative for points used.</param>
/// <param name="What">Programme that granted or shop that took the points, in the languages known.</param>
public sealed record CardMovement(DateTime At, MovementKind Kind, PointAmount Amount, LocalText What);

/// <summary>Kinds of movement a member sees.</summary>
public enum MovementKind
{
    /// <summary>Given by a programme.</summary>
    Granted,

    /// <summary>Spent at a shop.</summary>
    Used,
}

/// <summary>Asked by the timer of a hold: it never releases by itself, because a card whose outcome is unknown may still succeed.</summary>
public interface IHoldOwner
{
    /// <summary>What to do with the hold whose time is over.</summary>
    Task<HoldVerdict> AskAsync(Guid hold, Guid owner, CancellationToken ct);
}

/// <summary>The owner's word on a hold whose time is over.</summary>
public enum HoldVerdict
{
    /// <summary>The sale is still open: ask again later.</summary>
    Keep,

    /// <summary>The sale was completed: take the points.</summary>
    Capture,

    /// <summary>There will be no such sale: give the points back.</summary>
    Release,
}

/// <summary>The sale was completed: the held points now belong to the shop. Key: the hold.</summary>
/// <param name="Hold">The hold.</param>
/// <param name="Sale">The completed sale.</param>
/// <param name="OccurredAt">When the sale was completed, UTC.</param>
public sealed record CaptureHold(Guid Hold, Guid Sale, DateTime OccurredAt) : IMessage
{
    /// <inheritdoc/>
    public static string Topic => "points.capture.v1";
}

/// <summary>The sale was refunded: points that paid for it go back to the lots they came from. Key: the hold.</summary>
/// <param name="Operation">Name of this very return; the same name gives back once.</param>
/// <param name="Hold">The captured hold.</param>
/// <param name="Sale">The refunded sale.</param>
/// <param name="Points">How many; 1 or more and no more than the hold took.</param>
/// <param name="OccurredAt">When, UTC.</param>
public sealed record ReturnPoints(Guid Operation, Guid Hold, Guid Sale, PointAmount Points, DateTime OccurredAt) : IMessage
{
    /// <inheritdoc/>
    public static string Topic => "points.return.v1";
}

/// <summary>The sale was cancelled: the held points go back to the member. Key: the hold.</summary>
/// <param name="Hold">The hold.</param>
/// <param name="Sale">The cancelled sale.</param>
/// <param name="OccurredAt">When, UTC.</param>
public sealed record ReleaseHold(Guid Hold, Guid Sale, DateTime OccurredAt) : IMessage
{
    /// <inheritdoc/>
    public static string Topic => "points.release.v1";
}
