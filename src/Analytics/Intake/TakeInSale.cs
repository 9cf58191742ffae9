using System.Text.Json;
using Tourism.Analytics.Contracts;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Intake;

/// <summary>Takes in completed sales.</summary>
internal sealed class TakeInSale(KeepFacts keep) : IBatchHandler<SaleFact>
{
    public async Task<Delivery> HandleAsync(Guid id, SaleFact message, CancellationToken ct)
    {
        await HandleAsync([message], ct);
        return Delivery.Done;
    }

    public Task HandleAsync(IReadOnlyList<SaleFact> messages, CancellationToken ct) =>
        keep.RunAsync(SaleFact.Topic, messages.ToDictionary(message => message.Sale, Body), ct);

    private static string Body(SaleFact sale) => Soundness.FaultOf(sale) is { } fault
        ? throw new InvalidOperationException($"Sale {sale.Sale} cannot be taken in: {fault}.")
        : JsonSerializer.Serialize(sale, Json.Options);
}
