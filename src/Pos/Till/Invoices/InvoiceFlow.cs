using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Outbox;

namespace Tourism.Pos.Till.Invoices;

/// <summary>Where the invoices of a sale stand.</summary>
internal enum InvoiceStep
{
    /// <summary>Asking what was made out before.</summary>
    Looking,

    /// <summary>Being filled in.</summary>
    Filling,

    /// <summary>Filled in; the sale itself is still on its way.</summary>
    Waiting,

    /// <summary>On their way.</summary>
    Sending,

    /// <summary>No answer: the same invoices must be sent again.</summary>
    Unsent,

    /// <summary>Made out.</summary>
    Issued,
}

/// <summary>
/// Makes out invoices for one sale. Only with the server's word, because it numbers the editions: whoever gets a second one must see that it is.
/// </summary>
internal sealed class InvoiceFlow(FactOutbox outbox, ApiClient api)
{
    private Guid _sale;
    private (Guid Id, InvoiceSetRequest Request) _asked;

    public event Action? Changed;

    public InvoiceStep Step { get; private set; }

    /// <summary>The set that holds.</summary>
    public InvoiceSetView? Set { get; private set; }

    /// <summary>True when the set was made out before this flow began.</summary>
    public bool Earlier { get; private set; }

    public Problem? Problem { get; private set; }

    /// <summary>False while the sale itself is still to be sent.</summary>
    public bool Recorded => outbox.Open.All(fact => fact.Id != _sale);

    public async Task OpenAsync(Guid sale)
    {
        _sale = sale;
        outbox.Changed += Follow;
        await LookAsync();
    }

    public void Close() => outbox.Changed -= Follow;

    /// <summary>Finds the set that holds; a sale the server has not seen has none.</summary>
    public async Task LookAsync()
    {
        Move(InvoiceStep.Looking);
        var answer = Recorded ? await api.GetAsync<IReadOnlyList<InvoiceSetView>>($"{Path}/invoices") : Array.Empty<InvoiceSetView>();
        Set = answer.Ok ? answer.Value.FirstOrDefault() : null;
        Earlier = Set is not null;
        Move(Earlier ? InvoiceStep.Issued : InvoiceStep.Filling, answer.Problem);
    }

    /// <summary>A new set that replaces the one that holds.</summary>
    public void Anew() => Move(InvoiceStep.Filling);

    public Task IssueAsync(InvoiceSetRequest request)
    {
        if (Step != InvoiceStep.Filling)
            return Task.CompletedTask;
        _asked = (Guid.CreateVersion7(), request);
        if (Recorded)
            return SendAsync();
        Move(InvoiceStep.Waiting);
        return Task.CompletedTask;
    }

    public async Task SendAsync()
    {
        Move(InvoiceStep.Sending);
        var answer = await api.PutAsync<InvoiceSetView>($"{Path}/invoices/{_asked.Id}", _asked.Request);
        if (answer.Ok)
            (Set, Earlier) = (answer.Value, false);
        Move(answer switch
        {
            { Ok: true } => InvoiceStep.Issued,
            { Problem.MayRepeat: true } => InvoiceStep.Unsent,
            _ => InvoiceStep.Filling,
        }, answer.Problem);
    }

    private string Path => $"/api/v1/sales/{_sale}";

    private void Follow()
    {
        if (Step == InvoiceStep.Waiting && Recorded)
            _ = SendAsync();
        else
            Changed?.Invoke();
    }

    private void Move(InvoiceStep step, Problem? problem = null)
    {
        (Step, Problem) = (step, problem);
        Changed?.Invoke();
    }
}
