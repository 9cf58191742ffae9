using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Admissions;
using Tourism.Pos.Payments;
using Tourism.Pos.Payments.Webhooks;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Refunds;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>
/// The end of every failure: what the provider has is what our books say, each sale stands once, and nothing is left hanging. Late or doubtful money
/// may wait for a person, but is then no sale's.
/// </summary>
internal sealed class MoneyCheck
{
    private readonly List<string> _differences = [];
    private readonly ProviderBooks _provider;
    private readonly List<Payment> _payments;
    private readonly List<RefundTender> _refunds;
    private readonly Dictionary<Guid, Sale> _sales;
    private readonly ILookup<Guid?, Ticket> _tickets;

    private MoneyCheck(ProviderBooks provider, List<Payment> payments, List<RefundTender> refunds, Dictionary<Guid, Sale> sales, ILookup<Guid?, Ticket> tickets) =>
        (_provider, _payments, _refunds, _sales, _tickets) = (provider, payments, refunds, sales, tickets);

    /// <summary>Money the city has of visitors, by both books.</summary>
    public (long Provider, long Ours) Net { get; private set; }

    /// <summary>To be called when time enough has passed for every sweep.</summary>
    public static async Task AgreesAsync(CounterHost counter)
    {
        var (_, differences) = await counter.ReadAsync(LookAsync);
        // A counter serves many cases: each fails by its own differences only.
        var own = differences.Where(counter.Differences.Add).ToList();
        if (own.Count > 0)
            Assert.Fail(string.Join('\n', own));
    }

    /// <summary>What does not agree, one line each.</summary>
    public static async Task<(MoneyCheck Check, List<string> Differences)> LookAsync(PosDbContext db)
    {
        var check = new MoneyCheck(
            await ProviderBooks.ReadAsync(db), await db.Set<Payment>().AsNoTracking().Include(row => row.Attempts).ToListAsync(),
            await db.Set<RefundTender>().AsNoTracking().Where(row => row.Kind == TenderKind.Qr || row.Kind == TenderKind.Card).ToListAsync(),
            await db.Set<Sale>().AsNoTracking().Include(row => row.Tenders).ToDictionaryAsync(row => row.Id),
            (await db.Set<Ticket>().AsNoTracking().ToListAsync()).ToLookup(row => row.Sale));
        check._payments.ForEach(check.Look);
        check._refunds.ForEach(check.Look);
        check.LookAtSum();
        foreach (var left in await db.Set<StripeEvent>().Where(row => row.State == StripeEventState.Pending || row.State == StripeEventState.Dead).ToListAsync())
            check.Say($"Event {left.Type} is left {left.State}: {left.LastError}");
        return (check, check._differences);
    }

    private void Look(Payment payment)
    {
        var (sale, taken) = (_sales[payment.Sale], _provider.Taken(payment.Id));
        var (state, money) = payment.State switch
        {
            PaymentState.Succeeded => (SaleState.Completed, payment.Amount.Amount),
            PaymentState.Failed or PaymentState.Cancelled => (SaleState.Cancelled, 0),
            PaymentState.LatePaid or PaymentState.NeedsReview => (StateOfCase(payment, sale), taken),
            _ => (sale.State, -1),
        };
        if (money < 0)
            Say($"Payment {payment.Id} is stuck in {payment.State}, next try {payment.NextTryAt:u}");
        else if (taken != money || sale.State != state)
            Say($"Payment {payment.Id} is {payment.State} ({payment.Review}) with {taken} yen at the provider, its sale {sale.State}");
        if (payment.State is not PaymentState.NeedsReview && _provider.Open.Contains(payment.Id))
            Say($"Payment {payment.Id} is {payment.State}, but can still be paid");
        if (payment.State is not PaymentState.NeedsReview && _provider.AtReaders.Contains(payment.Id))
            Say($"Payment {payment.Id} is {payment.State}, but a reader still asks for a card");
        Look(sale);
    }

    /// <summary>A case is no sale, unless a person finished it or the money came twice for one that was paid.</summary>
    private static SaleState StateOfCase(Payment payment, Sale sale) => payment switch
    {
        { Decision: CaseDecision.Finish } => SaleState.Completed,
        { Stray: not null } => sale.State,
        { Decision: not null } => SaleState.Cancelled,
        _ => sale.State == SaleState.Completed ? SaleState.Cancelled : sale.State,
    };

    private void Look(Sale sale)
    {
        var (sold, tickets) = (sale.State == SaleState.Completed, _tickets[sale.Id].Count(ticket => ticket.IsOfParty()));
        // Whoever got money back has another ticket, or none.
        if (sold != sale.IsPaid || tickets != (sold ? 1 : 0) && !_refunds.Exists(part => part.Tender == sale.Tenders[0].Id))
            Say($"Sale {sale.Id} is {sale.State}, paid {sale.IsPaid}, with {tickets} tickets");
    }

    private void Look(RefundTender part)
    {
        var given = _provider.Refunds[part.Id].Where(refund => (string)refund["status"]! == "succeeded").Select(refund => (long)refund["amount"]!).ToList();
        List<long> wanted = part.State == RefundState.Done ? [part.Amount.Amount] : [];
        if (part.State == RefundState.Pending)
            Say($"Refund {part.Id} of {part.Tender} is stuck, next try {part.NextTryAt:u}");
        else if (!given.SequenceEqual(wanted))
            Say($"Refund {part.Id} of {part.Tender} is {part.State} over {part.Amount}, the provider gave {string.Join('+', given)}");
    }

    private void LookAtSum()
    {
        var ours = _payments.Sum(Has) - _refunds.Where(part => part.State == RefundState.Done).Select(part => part.Amount).Sum().Amount;
        Net = (_payments.Sum(payment => _provider.Taken(payment.Id) - _provider.GivenBack(payment.Id)), ours);
        if (Net.Provider != Net.Ours)
            Say($"The provider has {Net.Provider - Net.Ours} yen more than our books");
    }

    /// <summary>Open cases count with what the provider shows of them.</summary>
    private long Has(Payment payment) => payment.State switch
    {
        PaymentState.Succeeded => payment.Amount.Amount,
        PaymentState.LatePaid or PaymentState.NeedsReview => _provider.Taken(payment.Id),
        _ => 0,
    };

    private void Say(string difference) => _differences.Add(difference);
}
