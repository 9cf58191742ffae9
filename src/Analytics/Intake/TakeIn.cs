using System.Text.Json;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Intake;

/// <summary>Takes in the facts of one topic, once each, in whatever order they come.</summary>
internal abstract class TakeIn<TFact>(KeepFacts keep) : IBatchHandler<TFact> where TFact : IMessage
{
    public async Task<Delivery> HandleAsync(Guid id, TFact message, CancellationToken ct)
    {
        await HandleAsync([message], ct);
        return Delivery.Done;
    }

    public Task HandleAsync(IReadOnlyList<TFact> messages, CancellationToken ct) => keep.RunAsync(TFact.Topic, messages.ToDictionary(IdOf, Body), ct);

    /// <summary>The sale or the refund it tells of.</summary>
    protected abstract Guid IdOf(TFact fact);

    /// <summary>Why its parts do not fit together; <c>null</c> when they do.</summary>
    protected abstract string? FaultOf(TFact fact);

    private string Body(TFact fact) => FaultOf(fact) is { } fault
        ? throw new InvalidOperationException($"{TFact.Topic} {IdOf(fact)} cannot be taken in: {fault}.")
        : JsonSerializer.Serialize(fact, Json.Options);
}
