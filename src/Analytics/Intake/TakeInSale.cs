using Tourism.Analytics.Contracts;

namespace Tourism.Analytics.Intake;

/// <summary>Takes in completed sales.</summary>
internal sealed class TakeInSale(KeepFacts keep) : TakeIn<SaleFact>(keep)
{
    protected override Guid IdOf(SaleFact fact) => fact.Sale;

    protected override string? FaultOf(SaleFact fact) => Soundness.FaultOf(fact);
}
