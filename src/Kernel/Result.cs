using System.Diagnostics.CodeAnalysis;

namespace Tourism.Kernel;

/// <summary>What a caller can do about a failure; each kind has one HTTP status.</summary>
public enum FailureKind
{
    /// <summary>The request itself is wrong; sending it again will not help (400).</summary>
    Invalid,

    /// <summary>The named thing does not exist here (404).</summary>
    NotFound,

    /// <summary>The id is taken by something else, or the state has moved on (409).</summary>
    Conflict,

    /// <summary>Understood, but a rule of the business says no (422).</summary>
    Refused,

    /// <summary>Not this person's to do (403).</summary>
    Forbidden,

    /// <summary>A service outside cannot be reached now; the same request may be sent again (503).</summary>
    Unavailable,
}

/// <summary>An expected failure, told in Japanese and English: what is wrong and what to do. Declared beside the use case it belongs to.</summary>
/// <param name="Code">Stable kebab-case name; clients may rely on it. It becomes <c>/problems/{code}</c>.</param>
/// <param name="Kind">What the caller can do about it.</param>
/// <param name="Ja">The sentence in Japanese.</param>
/// <param name="En">The sentence in English.</param>
/// <param name="Field">JSON path of the field at fault, for example <c>lines[2].quantity</c>; <c>null</c> when no single field is.</param>
public record Failure(string Code, FailureKind Kind, string Ja, string En, string? Field = null);

/// <summary>Either a value or an expected <see cref="Failure"/>. Bugs stay exceptions.</summary>
public readonly struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Failure? failure) => (_value, Failure) = (value, failure);

    /// <summary>Why there is no value; <c>null</c> on success.</summary>
    public Failure? Failure { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Ok => Failure is null;

    /// <summary>The value. Throws <see cref="InvalidOperationException"/> on a failure: look at <see cref="Ok"/> first.</summary>
    public T Value => Failure is null ? _value! : throw new InvalidOperationException($"No value: {Failure.Code}.");

    /// <summary>Success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>Failure.</summary>
    public static implicit operator Result<T>(Failure failure) => new(default, failure);

    /// <summary>Applies <paramref name="next"/> to the value, or passes the failure on.</summary>
    public Result<TNext> Map<TNext>(Func<T, TNext> next) => Failure is null ? next(_value!) : Failure;
}
