using System.Text.Json;
using Tourism.Analytics.Contracts;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Intake;

/// <summary>Takes in refunds, also one whose sale has not come yet.</summary>
internal sealed class TakeInRefund(KeepFacts keep) : IBatchHandler<RefundFact>
{
    public async Task<Delivery> HandleAsync(Guid id, RefundFact message, CancellationToken ct)
    {
        await HandleAsync([message], ct);
        return Delivery.Done;
    }

    public Task HandleAsync(IReadOnlyList<RefundFact> messages, CancellationToken ct) =>
        keep.RunAsync(RefundFact.Topic, messages.ToDictionary(message => message.Refund, Body), ct);

    private static string Body(RefundFact refund) => Soundness.FaultOf(refund) is { } fault
        ? throw new InvalidOperationException($"Refund {refund.Refund} cannot be taken in: {fault}.")
        : JsonSerializer.Serialize(refund, Json.Options);
}
