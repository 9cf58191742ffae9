using CsCheck;
using Tourism.Kernel;
using Tourism.Pos.Payments;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments;

public sealed class PaymentProgressTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);

    private static readonly SessionFacts Open = new(
        "cs_1", "https://pay.test/1", new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), 1, 1300, "jpy", ModeFits: true, "open", "unpaid", null);

    private static readonly SessionFacts Paid = Open with { Url = null, Status = "complete", PaymentStatus = "paid", IntentStatus = "succeeded" };
    private static readonly SessionFacts Expired = Open with { Url = null, Status = "expired" };

    public static TheoryData<string> Mismatches => ["amount", "currency", "mode", "payment", "attempt"];

    [Theory]
    [MemberData(nameof(Mismatches))]
    public void Take_PaidButNotWhatWeAsked_NeedsReview(string what)
    {
        var payment = New();

        payment.Take(new StripeAnswer.Seen(Wrong(what)), Now);

        Assert.Equal(PaymentState.NeedsReview, payment.State);
        Assert.Null(payment.NextTryAt);
    }

    [Fact]
    public void Take_AnotherSessionThanBefore_NeedsReview()
    {
        var payment = New();
        payment.Take(new StripeAnswer.Seen(Open), Now);

        payment.Take(new StripeAnswer.Seen(Paid with { SessionId = "cs_2" }), Now);

        Assert.Equal(PaymentDoubt.PaidTwice, payment.Review);
    }

    [Theory]
    [InlineData("complete", "unpaid", null, PaymentState.Processing)]
    [InlineData("complete", "unpaid", "processing", PaymentState.Processing)]
    [InlineData("complete", "unpaid", "requires_payment_method", PaymentState.Failed)]
    [InlineData("complete", "unpaid", "canceled", PaymentState.Failed)]
    [InlineData("complete", "paid", "succeeded", PaymentState.Succeeded)]
    [InlineData("complete", "paid", "processing", PaymentState.NeedsReview)]
    [InlineData("complete", "no_payment_required", null, PaymentState.NeedsReview)]
    [InlineData("expired", "unpaid", "canceled", PaymentState.Cancelled)]
    [InlineData("expired", "unpaid", "succeeded", PaymentState.NeedsReview)]
    [InlineData("open", "paid", null, PaymentState.NeedsReview)]
    [InlineData("open", "unpaid", "succeeded", PaymentState.NeedsReview)]
    [InlineData("something new", "unpaid", null, PaymentState.NeedsReview)]
    public void Take_AnyCombination_EndsWhereItMust(string status, string paymentStatus, string? intent, PaymentState expected)
    {
        var payment = New();

        // What contradicts itself is asked for again a few times before a person has to look.
        for (var tries = 0; tries < 4; tries++)
            payment.Take(new StripeAnswer.Seen(Open with { Status = status, PaymentStatus = paymentStatus, IntentStatus = intent }), Now);

        Assert.Equal(expected, payment.State);
    }

    [Fact]
    public void Take_ContradictionThatPasses_EndsPaid()
    {
        var payment = New();

        payment.Take(new StripeAnswer.Seen(Open with { IntentStatus = "succeeded" }), Now);
        Assert.NotNull(payment.NextTryAt);
        payment.Take(new StripeAnswer.Seen(Paid), Now);

        Assert.Equal(PaymentState.Succeeded, payment.State);
    }

    [Fact]
    public void Take_PaidAfterItWasCancelled_IsKeptForAPerson()
    {
        var payment = New();
        payment.Take(new StripeAnswer.Seen(Expired), Now);
        Assert.Equal(PaymentState.Cancelled, payment.State);

        payment.Take(new StripeAnswer.Seen(Paid), Now);

        Assert.Equal((PaymentState.LatePaid, null), (payment.State, payment.Review));
    }

    [Fact]
    public void Take_AnyAnswersInAnyOrder_NeverLeavesAnEndExceptForLateMoney() => Gen.OneOf(
            new StripeAnswer.Seen(Open), new StripeAnswer.Seen(Paid), new StripeAnswer.Seen(Expired), new StripeAnswer.Seen(Wrong("amount")),
            new StripeAnswer.Unclear(""), new StripeAnswer.Refused(""), new StripeAnswer.Missing(), (StripeAnswer)new StripeAnswer.KeyReused())
        .Array[1, 12]
        .Sample(answers =>
        {
            var payment = New();
            return answers.All(answer =>
            {
                var before = payment.State;
                payment.Take(answer, Now);
                return Legal(before, payment.State) && (!payment.IsOver || payment.Attempt.LivePayment is null);
            });
        });

    private static bool Legal(PaymentState before, PaymentState after) => before switch
    {
        PaymentState.Succeeded or PaymentState.NeedsReview or PaymentState.LatePaid => after == before,
        PaymentState.Failed or PaymentState.Cancelled => after == before || after == PaymentState.LatePaid,
        _ => true,
    };

    private static SessionFacts Wrong(string what) => what switch
    {
        "amount" => Paid with { Amount = 1299 },
        "currency" => Paid with { Currency = "usd" },
        "mode" => Paid with { ModeFits = false },
        "payment" => Paid with { Payment = Guid.Empty },
        _ => Paid with { Attempt = 2 },
    };

    private static Payment New()
    {
        var payment = new Payment
        {
            Id = Open.Payment!.Value, Sale = Guid.Empty, Amount = new Yen(1300), Language = "ja", RequestHash = "", PageToken = "", CreatedAt = Now,
        };
        payment.Submit("", Now);
        return payment;
    }
}
