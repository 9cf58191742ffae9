using System.Globalization;
using System.Text.Json.Serialization;

namespace Tourism.Kernel;

/// <summary>A whole number of Japanese yen, which has no smaller unit. Negative amounts are refunds and corrections.</summary>
/// <param name="Amount">Yen; any <see cref="long"/>. Arithmetic is checked and throws <see cref="OverflowException"/>.</param>
[JsonConverter(typeof(YenJson))]
public readonly record struct Yen(long Amount) : IComparable<Yen>
{
    /// <summary>No money.</summary>
    public static Yen Zero => default;

    /// <summary>Sum, checked.</summary>
    public static Yen operator +(Yen a, Yen b) => new(checked(a.Amount + b.Amount));

    /// <summary>Difference, checked.</summary>
    public static Yen operator -(Yen a, Yen b) => new(checked(a.Amount - b.Amount));

    /// <summary>Amount for <paramref name="count"/> of the same thing, checked.</summary>
    public static Yen operator *(Yen a, long count) => new(checked(a.Amount * count));

    /// <summary>The opposite amount, checked.</summary>
    public static Yen operator -(Yen a) => new(checked(-a.Amount));

    /// <summary>Less than.</summary>
    public static bool operator <(Yen a, Yen b) => a.Amount < b.Amount;

    /// <summary>Greater than.</summary>
    public static bool operator >(Yen a, Yen b) => a.Amount > b.Amount;

    /// <summary>Less than or equal.</summary>
    public static bool operator <=(Yen a, Yen b) => a.Amount <= b.Amount;

    /// <summary>Greater than or equal.</summary>
    public static bool operator >=(Yen a, Yen b) => a.Amount >= b.Amount;

    /// <inheritdoc/>
    public int CompareTo(Yen other) => Amount.CompareTo(other.Amount);

    /// <summary>Digits grouped by thousands, as on a receipt: <c>4,350</c>. The same in every culture.</summary>
    public override string ToString() => Amount.ToString("#,0", CultureInfo.InvariantCulture);
}

/// <summary>Adds amounts.</summary>
public static class YenSum
{
    /// <summary>Checked sum of <paramref name="amounts"/>; zero for none.</summary>
    public static Yen Sum(this IEnumerable<Yen> amounts) => amounts.Aggregate(Yen.Zero, (a, b) => a + b);
}
