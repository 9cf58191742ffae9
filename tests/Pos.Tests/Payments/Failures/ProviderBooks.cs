using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Sandbox.Readers;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>What the provider holds of visitors and still could take from them, read from its own tables and not through the code under test.</summary>
internal sealed class ProviderBooks
{
    private readonly ILookup<string, JsonObject> _objects;
    private readonly ILookup<Guid, JsonObject> _paid;
    private readonly ILookup<string, JsonObject> _refundsOfIntent;

    private ProviderBooks(List<SandboxObject> rows)
    {
        _objects = rows.ToLookup(row => row.Kind, row => row.Read());
        _paid = _objects[SandboxObject.Intent].Where(intent => (string)intent["status"]! == "succeeded").ToLookup(Payment);
        _refundsOfIntent = _objects[SandboxObject.Refund].ToLookup(refund => (string)refund["payment_intent"]!);
        Refunds = _objects[SandboxObject.Refund].ToLookup(refund => Named(refund, StripeRefunds.Key));
        Open = [.. OpenSessions().Concat(OpenIntents()).Select(Payment)];
        var intents = _objects[SandboxObject.Intent].ToDictionary(intent => (string)intent["id"]!, Payment);
        AtReaders = [.. _objects[SandboxObject.Reader].Select(ReaderAction.Waiting).OfType<string>().Select(id => intents[id])];
    }

    /// <summary>By our name for them.</summary>
    public ILookup<Guid, JsonObject> Refunds { get; }

    /// <summary>Payments for which somebody could still pay.</summary>
    public HashSet<Guid> Open { get; }

    /// <summary>Payments that a reader asks a card for.</summary>
    public HashSet<Guid> AtReaders { get; }

    public static async Task<ProviderBooks> ReadAsync(PosDbContext db) => new(await db.Set<SandboxObject>().AsNoTracking().ToListAsync());

    public long Taken(Guid payment) => _paid[payment].Sum(intent => (long)intent["amount_received"]!);

    public long GivenBack(Guid payment) => _paid[payment].SelectMany(intent => _refundsOfIntent[(string)intent["id"]!])
        .Where(refund => (string)refund["status"]! == "succeeded").Sum(refund => (long)refund["amount"]!);

    private IEnumerable<JsonObject> OpenSessions() => _objects[SandboxObject.Session].Where(session => (string)session["status"]! == "open");

    private IEnumerable<JsonObject> OpenIntents()
    {
        var ofSessions = _objects[SandboxObject.Session].Select(session => (string?)session["payment_intent"]).OfType<string>().ToHashSet();
        return _objects[SandboxObject.Intent].Where(intent => (string)intent["status"]! is "requires_payment_method" or "processing" && !ofSessions.Contains((string)intent["id"]!));
    }

    private static Guid Payment(JsonObject json) => Named(json, ProviderFacts.PaymentKey);

    private static Guid Named(JsonObject json, string key) => Guid.TryParse((string?)json["metadata"]?[key], out var id) ? id : Guid.Empty;
}
