using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Sales;

/// <summary>Sales whose money is taken elsewhere: the server must have them before anybody pays.</summary>
public sealed partial class SaleFlow
{
    /// <summary>Sends the very same sale again.</summary>
    public Task RetryAsync() => _current is null ? Task.CompletedTask : SendAsync(_current);

    /// <summary>True while an unsent sale may still be paid otherwise: nobody has opened its payment page.</summary>
    public bool MaySetAside => Step == SaleStep.Unsent && _current is { } fact && RequestOf(fact).Tenders.All(tender => tender.Kind.IsThroughProvider());

    /// <summary>
    /// Goes on under a new name. The old sale keeps its number and goes out by itself; unpaid, it ends as cancelled.
    /// </summary>
    public async Task SetAsideAsync()
    {
        if (!MaySetAside)
            return;
        var left = _current!;
        (_current, SaleId, NoWallet) = (null, Guid.CreateVersion7(), false);
        Move(SaleStep.Ringing);
        await outbox.AgainAsync(left);
    }

    /// <summary>What a reload interrupted: a sale goes on here; a refund goes out by itself, and the last sales show what became of it.</summary>
    private async Task TakeUpAsync(IReadOnlyList<KeptFact> left)
    {
        var sales = left.Where(fact => fact.Path == PathOf(fact.Id)).ToList();
        foreach (var fact in left.Except(sales.Take(1)))
            await outbox.AgainAsync(fact);
        if (sales.Count == 0)
            return;
        SaleId = sales[0].Id;
        await SendAsync(sales[0]);
    }

    private static string PathOf(Guid sale) => $"/api/v1/sales/{sale}";

    private async Task SendAsync(KeptFact fact)
    {
        _current = fact;
        (NotPaid, NoWallet) = (null, false);
        Move(SaleStep.Sending);
        var answer = await api.PutAsync<SaleView>(fact.Path, JsonSerializer.Deserialize<JsonElement>(fact.Body));
        if (!answer.Ok)
            await TurnedDownAsync(fact, answer.Problem);
        else if (answer.Value.State == SaleState.AwaitingPayment)
            await PayAsync(fact, answer.Value);
        else
            await FinishAsync(fact, answer.Value);
    }

    private async Task TurnedDownAsync(KeptFact fact, Problem problem)
    {
        if (problem.MayRepeat)
        {
            NoWallet = problem.Kind == ProblemKind.Offline && RequestOf(fact).Tenders.Any(tender => tender.Kind.IsThroughProvider());
            Move(SaleStep.Unsent, problem);
            return;
        }

        // After a conflict the name or the number is taken: both are spent. Any other refusal recorded nothing, so both stay good.
        _current = null;
        var request = RequestOf(fact);
        if (problem.Status == 409)
            await book.DropAsync(fact);
        else
            await book.TakeBackAsync(fact, request.Number, request.Journal);
        if (problem.Status == 409)
            SaleId = Guid.CreateVersion7();
        Move(SaleStep.Ringing, problem);
    }

    private async Task PayAsync(KeptFact fact, SaleView sale)
    {
        Sale = sale;
        Move(SaleStep.Paying);
        var tender = sale.Tenders.First(tender => tender.Kind.IsThroughProvider());
        var final = await payment.RunAsync(tender, sale.Id, PageLanguage(RequestOf(fact).Language));
        if (!final.Ok)
        {
            Problem = final.Problem;
            Tell();
            return;
        }

        if (final.Value is { } decided)
            await FinishAsync(fact, decided);
    }

    private async Task FinishAsync(KeptFact fact, SaleView sale)
    {
        _current = null;
        await store.SettleAsync(fact with { State = FactState.Acknowledged, Shown = JsonSerializer.Serialize(sale, Json.Options) });
        await outbox.WakeAsync();
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

    private static SaleRequest RequestOf(KeptFact fact) => JsonSerializer.Deserialize<SaleRequest>(fact.Body, ApiClient.Reading)!;

    /// <summary>Japanese is what a till starts with, not what a visitor chose: their own phone knows better.</summary>
    private static string PageLanguage(string language) => language == Language.Ja ? PaymentRequest.VisitorsOwn : language;
}
