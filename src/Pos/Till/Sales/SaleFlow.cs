using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Books;
using Tourism.Pos.Till.Payments;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;
using Tourism.Pos.Ui.Outbox;

namespace Tourism.Pos.Till.Sales;

/// <summary>Takes one sale at a time from the last tap to the receipt. Cash is sold here and sent later; what is paid elsewhere waits for the server.</summary>
public sealed partial class SaleFlow(
    SeriesKeeper series, TillBook book, TicketMaker tickets, IDeviceStore store, FactOutbox outbox, ApiClient api, PaymentWatch payment, TimeProvider clock)
{
    private KeptFact? _current;

    public event Action? Changed;

    public SaleStep Step { get; private set; }

    /// <summary>The sale's name, made before anything is sent, so that points can be held for it.</summary>
    public Guid SaleId { get; private set; } = Guid.CreateVersion7();

    public SaleView? Sale { get; private set; }

    public Problem? Problem { get; private set; }

    public PaymentWatch Payment => payment;

    /// <summary>How the last payment ended when it was not paid.</summary>
    public PaymentState? NotPaid { get; private set; }

    /// <summary>True when a visitor's phone was to pay and there is no network: cash still works.</summary>
    public bool NoWallet { get; private set; }

    /// <summary>True while there is something to say beside the basket.</summary>
    public bool HasNews => NoWallet || Problem is not null || NotPaid is not null || Step is SaleStep.Unsent or SaleStep.Sending;

    /// <summary>Finds this device's series and takes up the sale that a reload interrupted.</summary>
    public async Task OpenAsync(string till)
    {
        payment.Changed += Tell;
        outbox.Acknowledged += Learn;
        Problem = await series.OpenAsync(till);
        await outbox.WakeAsync();
        await TakeUpAsync([.. outbox.Open.Where(fact => fact.State == FactState.Attended && fact.Till == till)]);
        Tell();
    }

    /// <summary>The screen goes; what is written stays.</summary>
    public void Close()
    {
        payment.Changed -= Tell;
        outbox.Acknowledged -= Learn;
        payment.Stop();
    }

    public async Task SellAsync(string till, SaleDraft draft)
    {
        if (Step != SaleStep.Ringing)
            return;
        NoWallet = outbox.Alone && draft.Tenders.Any(tender => tender.Kind.IsThroughProvider());
        Move(NoWallet ? SaleStep.Ringing : SaleStep.Sending);
        if (NoWallet)
            return;
        var written = await WriteAsync(till, draft);
        if (!written.Ok)
            Move(SaleStep.Ringing, written.Problem);
        else if (draft.Paid)
            await SoldAsync(written.Value);
        else
            await SendAsync(written.Value);
    }

    public void Next()
    {
        payment.Stop();
        if (_current is { State: FactState.Attended } left)
            _ = outbox.AgainAsync(left);
        (_current, Sale, NotPaid, NoWallet, SaleId) = (null, null, null, false, Guid.CreateVersion7());
        Move(SaleStep.Ringing);
    }

    private async Task<Answer<KeptFact>> WriteAsync(string till, SaleDraft draft)
    {
        var now = clock.UtcMicros();
        var (_, known) = await series.FindAsync(till);
        var ticket = draft.Paid && known is not null ? await tickets.MakeAsync(known, draft.Site, draft.Lines, now) : null;
        var written = await book.WriteAsync(
            till, SaleId, place => draft.At(place, till, now, ticket), sale => draft.Shown(SaleId, sale, ticket),
            draft.Paid ? FactState.Pending : FactState.Attended);
        return written.Ok ? written.Value.Fact : written.Problem;
    }

    /// <summary>The receipt is given now; the server hears of it when it can.</summary>
    private async Task SoldAsync(KeptFact fact)
    {
        Sale = JsonSerializer.Deserialize<SaleView>(fact.Shown!, ApiClient.Reading);
        Move(SaleStep.Done);
        await outbox.WakeAsync();
    }

    /// <summary>The server adds what only it can know: the receipt's page, a ticket it signed, what it would have charged.</summary>
    private void Learn(KeptFact fact)
    {
        if (Sale?.Id != fact.Id || JsonSerializer.Deserialize<SaleView>(fact.Shown!, ApiClient.Reading) is not { } view)
            return;
        Sale = view with { Ticket = view.Ticket ?? Sale.Ticket };
        Tell();
    }

    private void Move(SaleStep step, Problem? problem = null)
    {
        (Step, Problem) = (step, problem);
        Tell();
    }

    private void Tell() => Changed?.Invoke();
}
