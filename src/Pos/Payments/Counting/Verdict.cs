using Tourism.Kernel;
using Tourism.Pos.Refunds;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Counting;

/// <summary>Whether two rows that speak of the same money agree. No database, no network: only the rules.</summary>
internal static class Verdict
{
    /// <summary>True for payments whose money our books count as received; late money is the visitor's, but it is here.</summary>
    public static bool Counts(PaymentState state) => state is PaymentState.Succeeded or PaymentState.LatePaid;

    /// <summary>The provider's money against our payment. What waits for a person as a case of its own, or was decided as one, is known.</summary>
    public static MoneyDifferenceKind? Of(ProviderMoney money, Payment? payment)
    {
        if (!money.Stands)
            return null;
        if (payment is null)
            return MoneyDifferenceKind.NamesNoPayment;
        if (payment.DecidedAt is not null && !Counts(payment.State) || payment.Review == PaymentDoubt.PaidTwice)
            return null;
        if (payment.Amount != money.Amount)
            return MoneyDifferenceKind.AmountDiffers;
        return Counts(payment.State) && IsOwn(payment, money.Id) ? null : MoneyDifferenceKind.NotCounted;
    }

    /// <summary>The provider's refund against our part of a refund.</summary>
    public static MoneyDifferenceKind? Of(ProviderMoney money, RefundTender? part)
    {
        if (!money.Stands)
            return null;
        if (part is not null && part.Amount != money.Amount)
            return MoneyDifferenceKind.RefundAmountDiffers;
        return part is null or { State: RefundState.Failed } ? MoneyDifferenceKind.RefundOnlyThere : null;
    }

    /// <summary>Attempts of old payments do not all know their intent.</summary>
    private static bool IsOwn(Payment payment, string intent) => payment.Attempts.Exists(attempt => attempt.IntentId is null || attempt.IntentId == intent);
}
