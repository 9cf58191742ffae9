using Tourism.Kernel;
using Tourism.Pos.Payments;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments;

public sealed class PaymentCaseTests
{
    [Fact]
    public void Reconsider_ContradictionHasPassed_TheMachineJudgesAgain()
    {
        var payment = new Payment { Id = Guid.CreateVersion7(), Sale = Guid.Empty, Amount = new Yen(1300), Language = "ja", RequestHash = "", PageToken = "", CreatedAt = Now };
        payment.Submit("", Now);
        var open = new SessionFacts("cs_1", null, payment.Id, 1, 1300, "jpy", ModeFits: true, "open", "unpaid", "succeeded");
        for (var tries = 0; tries < 4; tries++)
            payment.Take(new StripeAnswer.Seen(open), Now);
        Assert.Equal(PaymentDoubt.Contradiction, payment.Review);

        payment.Reconsider(Now);
        payment.Take(new StripeAnswer.Seen(open with { Status = "complete", PaymentStatus = "paid" }), Now);

        Assert.Equal((PaymentState.Succeeded, null), (payment.State, payment.Review));
    }

    [Fact]
    public void Closed_MoneyComesAfterAll_IsACaseAgain()
    {
        var payment = new Payment { Id = Guid.CreateVersion7(), Sale = Guid.Empty, Amount = new Yen(1300), Language = "ja", RequestHash = "", PageToken = "", CreatedAt = Now };
        payment.Submit("", Now);
        payment.Take(new StripeAnswer.KeyReused(), Now);
        payment.Decide(CaseDecision.Close, "admin", "nothing there", Now);

        payment.Take(new StripeAnswer.Seen(new SessionFacts("cs_1", null, payment.Id, 1, 1300, "jpy", ModeFits: true, "complete", "paid", "succeeded")), Now);

        Assert.Equal((PaymentState.LatePaid, null), (payment.State, payment.DecidedAt));
    }

    private static DateTime Now { get; } = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);
}
