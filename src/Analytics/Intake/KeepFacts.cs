using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Persistence;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Intake;

/// <summary>Keeps what arrived, each fact once however often it is delivered.</summary>
internal sealed class KeepFacts(Writer<AnalyticsDbContext> writer, TimeProvider clock)
{
    /// <param name="topic">What they are.</param>
    /// <param name="bodies">By their names, as JSON.</param>
    /// <param name="ct">Ends with the host.</param>
    public async Task RunAsync(string topic, IReadOnlyDictionary<Guid, string> bodies, CancellationToken ct) => await writer.RunAsync<bool>(async db =>
    {
        var ids = bodies.Keys.ToList();
        var known = await db.Facts.AsNoTracking().Where(fact => ids.Contains(fact.Id)).ToDictionaryAsync(fact => fact.Id, fact => fact.Body, ct);
        if (known.FirstOrDefault(fact => fact.Value != bodies[fact.Key]) is { Value: not null } changed)
            throw new InvalidOperationException($"{topic} {changed.Key} came again with other content. What happened never changes.");
        var now = clock.UtcMicros();
        foreach (var (id, body) in bodies.Where(fact => !known.ContainsKey(fact.Key)))
            db.Insert(ReceivedFact.Of(topic, id, body, now));
        return true;
    }, ct);
}
