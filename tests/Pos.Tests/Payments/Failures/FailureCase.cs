using Tourism.Pos.Payments;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>One row of the table.</summary>
/// <param name="Name">What goes wrong.</param>
/// <param name="Ends">Where the payment must stand in the end.</param>
/// <param name="Happens">How it goes wrong; time passes afterwards by itself.</param>
internal sealed record FailureCase(string Name, PaymentState Ends, Func<Scene, Task> Happens)
{
    /// <summary>The one way of paying to which this can happen; <c>null</c> for both.</summary>
    public PaymentMethod? Only { get; init; }

    /// <summary>Why a person must look; only where <see cref="Ends"/> says so.</summary>
    public PaymentDoubt? Doubt { get; init; }
}
