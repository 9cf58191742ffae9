using System.Globalization;

namespace Tourism.Pos.Payments;

/// <summary>What the provider's object means for the money.</summary>
internal enum Standing
{
    /// <summary>Nobody has paid yet and somebody still may.</summary>
    Open,

    /// <summary>The visitor is done; a bank or wallet still decides.</summary>
    Processing,

    /// <summary>The money is the city's.</summary>
    Paid,

    /// <summary>Ended unpaid.</summary>
    Cancelled,

    /// <summary>Refused for good.</summary>
    Failed,
}

/// <summary>A freshly fetched object of the provider, reduced to what decides about money.</summary>
/// <param name="Payment">Our payment, from the metadata; <c>null</c> when it names none.</param>
/// <param name="Attempt">Our attempt, from the metadata.</param>
/// <param name="Amount">In yen; once paid what was received; <c>null</c> when its parts disagree.</param>
/// <param name="Currency">Lower case; <c>null</c> when its parts disagree.</param>
/// <param name="ModeFits">Live money with a live key, test money with a test key.</param>
internal abstract record ProviderFacts(Guid? Payment, int? Attempt, long? Amount, string? Currency, bool ModeFits)
{
    public const string PaymentKey = "payment";
    public const string AttemptKey = "attempt";

    /// <summary><c>null</c> when its fields contradict each other or have a value this version does not know.</summary>
    public abstract Standing? Standing { get; }

    /// <summary>Id of the object itself.</summary>
    public abstract string? Id { get; }

    /// <summary>The intent that holds the money, once there is one.</summary>
    public string? IntentId { get; init; }

    /// <summary>True when it is another object than <paramref name="attempt"/> made.</summary>
    public abstract bool IsStray(PaymentAttempt attempt);

    protected static int? AttemptOf(Dictionary<string, string>? metadata) =>
        int.TryParse(Named(metadata, AttemptKey), NumberStyles.None, CultureInfo.InvariantCulture, out var attempt) ? attempt : null;

    protected static Guid? PaymentOf(Dictionary<string, string>? metadata) => Guid.TryParse(Named(metadata, PaymentKey), out var payment) ? payment : null;

    protected static string? Named(Dictionary<string, string>? metadata, string key) => metadata?.GetValueOrDefault(key);
}
