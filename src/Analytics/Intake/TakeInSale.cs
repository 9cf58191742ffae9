using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Persistence;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Intake;

/// <summary>Keeps completed sales, each once however often it is delivered.</summary>
internal sealed class TakeInSale(Writer<AnalyticsDbContext> writer, TimeProvider clock) : IBatchHandler<SaleFact>
{
    public async Task<Delivery> HandleAsync(Guid id, SaleFact message, CancellationToken ct)
    {
        await HandleAsync([message], ct);
        return Delivery.Done;
    }

    public async Task HandleAsync(IReadOnlyList<SaleFact> messages, CancellationToken ct)
    {
        var bodies = messages.ToDictionary(message => message.Sale, Body);
        await writer.RunAsync<bool>(async db =>
        {
            var ids = bodies.Keys.ToList();
            var known = await db.Facts.AsNoTracking().Where(fact => ids.Contains(fact.Id)).ToDictionaryAsync(fact => fact.Id, fact => fact.Body, ct);
            if (known.FirstOrDefault(fact => fact.Value != bodies[fact.Key]) is { Value: not null } changed)
                throw new InvalidOperationException($"Sale {changed.Key} came again with other content. A completed sale never changes.");
            var now = clock.UtcMicros();
            foreach (var (sale, body) in bodies.Where(fact => !known.ContainsKey(fact.Key)))
                db.Insert(ReceivedSale.Of(sale, body, now));
            return true;
        }, ct);
    }

    private static string Body(SaleFact sale) => Soundness.FaultOf(sale) is { } fault
        ? throw new InvalidOperationException($"Sale {sale.Sale} cannot be taken in: {fault}.")
        : JsonSerializer.Serialize(sale, Json.Options);
}
