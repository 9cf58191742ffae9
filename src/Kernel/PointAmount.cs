using System.Globalization;
using System.Text.Json.Serialization;

namespace Tourism.Kernel;

/// <summary>A whole number of regional points. One point buys one yen's worth at a member shop; points are never money back.</summary>
/// <param name="Amount">Points; any <see cref="long"/>. Arithmetic is checked and throws <see cref="OverflowException"/>.</param>
[JsonConverter(typeof(PointAmountJson))]
public readonly record struct PointAmount(long Amount) : IComparable<PointAmount>
{
    /// <summary>No points.</summary>
    public static PointAmount Zero => default;

    /// <summary>Sum, checked.</summary>
    public static PointAmount operator +(PointAmount a, PointAmount b) => new(checked(a.Amount + b.Amount));

    /// <summary>Difference, checked.</summary>
    public static PointAmount operator -(PointAmount a, PointAmount b) => new(checked(a.Amount - b.Amount));

    /// <summary>Less than.</summary>
    public static bool operator <(PointAmount a, PointAmount b) => a.Amount < b.Amount;

    /// <summary>Greater than.</summary>
    public static bool operator >(PointAmount a, PointAmount b) => a.Amount > b.Amount;

    /// <summary>Less than or equal.</summary>
    public static bool operator <=(PointAmount a, PointAmount b) => a.Amount <= b.Amount;

    /// <summary>Greater than or equal.</summary>
    public static bool operator >=(PointAmount a, PointAmount b) => a.Amount >= b.Amount;

    /// <inheritdoc/>
    public int CompareTo(PointAmount other) => Amount.CompareTo(other.Amount);

    /// <summary>What these points are worth at a till: one yen each.</summary>
    public Yen ToYen() => new(Amount);

    /// <summary>Digits grouped by thousands. The same in every culture.</summary>
    public override string ToString() => Amount.ToString("#,0", CultureInfo.InvariantCulture);
}
