using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Payments;
using Tourism.Pos.Till.Tills;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Till.Sales;

/// <summary>Where the sale at a till stands.</summary>
public enum SaleStep
{
    /// <summary>Being rung up; nothing has been sent.</summary>
    Ringing,

    /// <summary>On its way.</summary>
    Sending,

    /// <summary>No answer: the same sale must be sent again.</summary>
    Unsent,

    /// <summary>The visitor pays on their own phone.</summary>
    Paying,

    /// <summary>Sold.</summary>
    Done,
}

/// <summary>A sale as rung up, before it has a receipt number.</summary>
public sealed record SaleDraft(string Language, IReadOnlyList<LineRequest> Lines, Yen Total, IReadOnlyList<TenderRequest> Tenders);

/// <summary>Takes one sale at a time from the last tap to the receipt.</summary>
public sealed class SaleFlow(ReceiptSeries series, UnsentSales unsent, PaymentWatch payment, TimeProvider clock)
{
    private UnsentSale? _current;

    public event Action? Changed;

    public SaleStep Step { get; private set; }

    /// <summary>The sale's name, made before anything is sent, so that points can be held for it.</summary>
    public Guid SaleId { get; private set; } = Guid.CreateVersion7();

    public SaleView? Sale { get; private set; }

    public Problem? Problem { get; private set; }

    public PaymentWatch Payment => payment;

    /// <summary>How the last payment ended when it was not paid.</summary>
    public PaymentState? NotPaid { get; private set; }

    /// <summary>Finds this device's series and takes up the sale that a reload interrupted.</summary>
    public async Task OpenAsync(string till)
    {
        payment.Changed += () => Changed?.Invoke();
        if (await unsent.FindAsync(till) is { } left)
        {
            SaleId = left.Id;
            await SendAsync(left);
        }

        Problem ??= await series.OpenAsync(till);
        Changed?.Invoke();
    }

    public async Task SellAsync(string till, SaleDraft draft)
    {
        if (Step != SaleStep.Ringing)
            return;
        Move(SaleStep.Sending);
        var number = await series.NextAsync(till);
        if (!number.Ok)
        {
            Move(SaleStep.Ringing, number.Problem);
            return;
        }

        await SendAsync(new UnsentSale(SaleId, new SaleRequest(
            till, number.Value.Epoch, number.Value.Number, clock.UtcMicros(), draft.Language, draft.Lines, draft.Total, draft.Tenders)));
    }

    /// <summary>Sends the very same sale again.</summary>
    public Task RetryAsync() => _current is null ? Task.CompletedTask : SendAsync(_current);

    public void Next()
    {
        payment.Stop();
        (_current, Sale, NotPaid, SaleId) = (null, null, null, Guid.CreateVersion7());
        Move(SaleStep.Ringing);
    }

    private async Task SendAsync(UnsentSale sale)
    {
        _current = sale;
        NotPaid = null;
        Move(SaleStep.Sending);
        var answer = await unsent.SendAsync(sale);
        if (!answer.Ok)
            await TurnedDownAsync(sale.Request, answer.Problem);
        else if (answer.Value.State == SaleState.AwaitingPayment)
            await PayAsync(answer.Value);
        else
            Finish(answer.Value);
    }

    private async Task TurnedDownAsync(SaleRequest request, Problem problem)
    {
        if (problem.MayRepeat)
        {
            Move(SaleStep.Unsent, problem);
            return;
        }

        // After a conflict the name or the number is taken: both are spent. Any other refusal recorded nothing, so both stay good.
        if (problem.Status == 409)
            SaleId = Guid.CreateVersion7();
        else
            await series.GiveBackAsync(request.Till, new ReceiptNumber(request.Epoch, request.Number));
        Move(SaleStep.Ringing, problem);
    }

    private async Task PayAsync(SaleView sale)
    {
        Sale = sale;
        Move(SaleStep.Paying);
        var tender = sale.Tenders.First(tender => tender.Kind == TenderKind.Qr);
        var final = await payment.RunAsync(tender.Id, sale.Id, PageLanguage(_current!.Request.Language));
        if (!final.Ok)
        {
            Problem = final.Problem;
            Changed?.Invoke();
            return;
        }

        if (final.Value is { } decided)
            Finish(decided);
    }

    private void Finish(SaleView sale)
    {
        _ = unsent.ForgetAsync(sale.Till);
        Sale = sale;
        if (sale.State == SaleState.Completed)
        {
            Move(SaleStep.Done);
            return;
        }

        NotPaid = payment.View?.State ?? PaymentState.Cancelled;
        SaleId = Guid.CreateVersion7();
        Move(SaleStep.Ringing);
    }

    private void Move(SaleStep step, Problem? problem = null)
    {
        (Step, Problem) = (step, problem);
        Changed?.Invoke();
    }

    /// <summary>Japanese is what a till starts with, not what a visitor chose: their own phone knows better.</summary>
    private static string PageLanguage(string language) => language == Language.Ja ? PaymentRequest.VisitorsOwn : language;
}
