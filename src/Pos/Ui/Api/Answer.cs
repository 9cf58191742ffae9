using System.Diagnostics.CodeAnalysis;

namespace Tourism.Pos.Ui.Api;

/// <summary>Why a request brought no value, in the terms a person at a till can act on.</summary>
public enum ProblemKind
{
    /// <summary>No answer: the request may or may not have arrived. The same request may be sent again.</summary>
    Offline,

    /// <summary>The server or something before it is in trouble. The same request may be sent again.</summary>
    Trouble,

    /// <summary>Nobody is signed in any more. After signing in the same request may be sent again.</summary>
    SignedOut,

    /// <summary>Understood and turned down: sending the same again will not help.</summary>
    Refused,
}

/// <summary>A request that brought no value.</summary>
/// <param name="Kind">What can be done about it.</param>
/// <param name="Detail">The server's sentence in the language of the screen.</param>
/// <param name="Field">JSON path of the field at fault.</param>
/// <param name="Status">HTTP status; 0 without an answer.</param>
public sealed record Problem(ProblemKind Kind, string? Detail = null, string? Field = null, int Status = 0)
{
    /// <summary>
    /// True when the same request may yet be taken: nobody knows whether it arrived, or another person may send it (403).
    /// </summary>
    public bool MayRepeat => Kind != ProblemKind.Refused || Status == 403;

    /// <summary>True when somebody else has changed or taken it meanwhile (409).</summary>
    public bool IsConflict => Status == 409;
}

/// <summary>A value from the server, or the problem that stands in its place.</summary>
public readonly struct Answer<T>
{
    private readonly T? _value;

    private Answer(T? value, Problem? problem) => (_value, Problem) = (value, problem);

    /// <summary>Why there is no value; <c>null</c> on success.</summary>
    public Problem? Problem { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Ok => Problem is null;

    /// <summary>The value. Look at <see cref="Ok"/> first.</summary>
    public T Value => Problem is null ? _value! : throw new InvalidOperationException($"No value: {Problem.Kind}.");

    /// <summary>Success.</summary>
    public static implicit operator Answer<T>(T value) => new(value, null);

    /// <summary>No value.</summary>
    public static implicit operator Answer<T>(Problem problem) => new(default, problem);
}
