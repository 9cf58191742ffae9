using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Persistence;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Intake;

/// <summary>Keeps a completed sale, once however often it is delivered.</summary>
internal sealed class TakeInSale(Writer<AnalyticsDbContext> writer, TimeProvider clock) : IMessageHandler<SaleFact>
{
    public async Task<Delivery> HandleAsync(Guid id, SaleFact message, CancellationToken ct)
    {
        if (Soundness.FaultOf(message) is { } fault)
            throw new InvalidOperationException($"Sale {message.Sale} cannot be taken in: {fault}.");
        var body = JsonSerializer.Serialize(message, Json.Options);
        var taken = await writer.RunAsync<Delivery>(async db =>
        {
            var known = await db.Facts.AsNoTracking().SingleOrDefaultAsync(fact => fact.Id == message.Sale, ct);
            if (known is null)
                db.Facts.Add(ReceivedSale.Of(message.Sale, body, clock.UtcMicros()));
            else if (known.Body != body)
                throw new InvalidOperationException($"Sale {message.Sale} came again with other content. A completed sale never changes.");
            return Delivery.Done;
        }, ct);
        return taken.Value;
    }
}
