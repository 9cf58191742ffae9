using Tourism.Kernel;
using Tourism.Pos.Payments;
using Tourism.Pos.Payments.Counting;
using Tourism.Pos.Refunds;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments.Counting;

/// <summary>When two rows that speak of the same money agree.</summary>
public sealed class VerdictTests
{
    private static DateTime Now { get; } = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Payment_PaidOnBothSides_Agrees() => Assert.Null(Verdict.Of(Money(1300), Payment("succeeded")));

    [Fact]
    public void Payment_CancelledHereAndPaidThere_IsNotCounted() => Assert.Equal(MoneyDifferenceKind.NotCounted, Verdict.Of(Money(1300), Payment("canceled")));

    [Fact]
    public void Payment_PaidByAnIntentItDoesNotKnow_IsNotCounted() =>
        Assert.Equal(MoneyDifferenceKind.NotCounted, Verdict.Of(Money(1300, id: "pi_other"), Payment("succeeded")));

    [Fact]
    public void Payment_OtherAmountThere_Differs() => Assert.Equal(MoneyDifferenceKind.AmountDiffers, Verdict.Of(Money(1299), Payment("succeeded")));

    [Fact]
    public void Payment_NobodyKnows_IsNamed() => Assert.Equal(MoneyDifferenceKind.NamesNoPayment, Verdict.Of(Money(1300), (Payment?)null));

    [Fact]
    public void Payment_DecidedByAPerson_IsKnown()
    {
        var payment = Payment(status: null);
        payment.Take(new StripeAnswer.KeyReused(), Now);
        Assert.Equal(MoneyDifferenceKind.NotCounted, Verdict.Of(Money(1300), payment));

        payment.Decide(CaseDecision.GiveBack, "admin", "asked for", Now);

        Assert.Null(Verdict.Of(Money(1300), payment));
    }

    [Theory]
    [InlineData(RefundState.Done, 500, null)]
    [InlineData(RefundState.Pending, 500, null)]
    [InlineData(RefundState.Failed, 500, MoneyDifferenceKind.RefundOnlyThere)]
    [InlineData(RefundState.Done, 499, MoneyDifferenceKind.RefundAmountDiffers)]
    public void Refund_AgainstOurPart(RefundState state, long theirs, MoneyDifferenceKind? expected) =>
        Assert.Equal(expected, Verdict.Of(Money(theirs, MoneyWay.Back), new RefundTender { Id = Guid.Empty, Tender = Guid.Empty, Kind = TenderKind.Qr, Amount = new Yen(500), State = state }));

    [Fact]
    public void Refund_MadeAtTheProviderOnly_IsNamed() => Assert.Equal(MoneyDifferenceKind.RefundOnlyThere, Verdict.Of(Money(500, MoneyWay.Back), (RefundTender?)null));

    [Fact]
    public void Refund_ThatCameBack_IsNoMoney() => Assert.Null(Verdict.Of(Money(500, MoneyWay.Back, stands: false), (RefundTender?)null));

    private static ProviderMoney Money(long amount, MoneyWay way = MoneyWay.In, bool stands = true, string id = "pi_1") =>
        new() { Id = id, Way = way, CreatedAt = Now, Amount = new Yen(amount), Stands = stands };

    private static Payment Payment(string? status)
    {
        var payment = new Payment
        {
            Id = Guid.CreateVersion7(), Sale = Guid.Empty, Amount = new Yen(1300), Method = PaymentMethod.Reader, Language = "ja", RequestHash = "", PageToken = "", CreatedAt = Now,
        };
        payment.Submit("", Now);
        if (status is not null)
            payment.Take(new StripeAnswer.Seen(new IntentFacts(status, payment.Id, 1, 1300, "jpy", ModeFits: true) { IntentId = "pi_1" }), Now);
        return payment;
    }
}
