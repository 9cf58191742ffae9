using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Books;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;
using Tourism.Pos.Ui.Outbox;

namespace Tourism.Pos.Till.Refunds;

/// <summary>
/// Gives money back for one sale. Only with the server's word: it alone knows what other tills and gates have done with the sale. The slip's
/// number and link are written before it is sent, and an unanswered refund is sent again under its own name.
/// </summary>
internal sealed class RefundFlow(TillBook book, IDeviceStore store, FactOutbox outbox, ApiClient api, TimeProvider clock)
{
    private Entry<RefundRequest>? _unsent;

    public RefundableView? Left { get; private set; }

    public RefundView? Refund { get; private set; }

    public Problem? Problem { get; private set; }

    public bool Busy { get; private set; }

    /// <summary>No answer yet: nobody knows whether it was recorded.</summary>
    public bool Unsent => _unsent is not null && !Busy;

    public async Task OpenAsync(Guid sale)
    {
        var answer = await api.GetAsync<RefundableView>($"/api/v1/sales/{sale}/refundable");
        Problem = answer.Problem;
        if (answer.Ok)
            Left = answer.Value;
    }

    public async Task RefundAsync(string till, Guid sale, RefundChoice choice)
    {
        if (Busy || Unsent || Left is not { } left)
            return;
        Busy = true;
        var id = Guid.CreateVersion7();
        var written = await book.WriteAsync(till, sale, id, place => new RefundRequest(
            till, place.Epoch, place.Last, clock.UtcMicros(), choice.Reason, choice.Lines(left), choice.Total(left), choice.Override)
        {
            Slips = choice.SlipsOf(left),
        });
        Problem = written.Problem;
        if (written.Ok)
            await SendAsync(written.Value);
        Busy = false;
    }

    public async Task RetryAsync()
    {
        Busy = true;
        if (_unsent is { } entry)
            await SendAsync(entry);
        Busy = false;
    }

    /// <summary>Staff goes on before an answer came: the outbox sees to it, and the last sales show what became of it.</summary>
    public Task LeaveAsync() => _unsent is { } entry ? outbox.AgainAsync(entry.Fact) : Task.CompletedTask;

    private async Task SendAsync(Entry<RefundRequest> entry)
    {
        _unsent = entry;
        var answer = await api.PutAsync<RefundView>(entry.Fact.Path, JsonSerializer.Deserialize<JsonElement>(entry.Fact.Body));
        Problem = answer.Problem;
        if (answer.Ok)
        {
            (_unsent, Refund) = (null, answer.Value);
            await store.SettleAsync(entry.Fact with { State = FactState.Acknowledged });
            await outbox.WakeAsync();
        }
        else if (!answer.Problem.MayRepeat)
        {
            _unsent = null;
            await (answer.Problem.Status == 409 ? book.DropAsync(entry.Fact) : book.TakeBackAsync(entry.Fact, entry.Request.Number, entry.Request.Journal));
        }
    }
}
