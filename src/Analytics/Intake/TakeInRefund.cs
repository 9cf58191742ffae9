using Tourism.Analytics.Contracts;

namespace Tourism.Analytics.Intake;

/// <summary>Takes in refunds, also one whose sale has not come yet.</summary>
internal sealed class TakeInRefund(KeepFacts keep) : TakeIn<RefundFact>(keep)
{
    protected override Guid IdOf(RefundFact fact) => fact.Refund;

    protected override string? FaultOf(RefundFact fact) => Soundness.FaultOf(fact);
}
