using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Journals;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;
using Tourism.Pos.Ui.Session;

namespace Tourism.Pos.Till.Books;

/// <summary>Something written into the till's book: what is sent, and how it is kept.</summary>
public sealed record Entry<T>(T Request, KeptFact Fact);

/// <summary>
/// Writes what happens at a till under the next number of its series, tied to the entry before. Number, link and fact come into the device's
/// store together or not at all; if another tab wrote meanwhile, it starts over behind that tab's entry.
/// </summary>
public sealed class TillBook(IDeviceStore store, SeriesKeeper series, StaffSession session, OwnDevice device)
{
    /// <summary>Writes a sale.</summary>
    /// <param name="till">Till code.</param>
    /// <param name="id">The sale.</param>
    /// <param name="draft">The sale for a place in the series.</param>
    /// <param name="shown">What staff see of it.</param>
    /// <param name="state"><see cref="FactState.Attended"/> while the screen itself waits for the server.</param>
    public Task<Answer<Entry<SaleRequest>>> WriteAsync(
        string till, Guid id, Func<Series, SaleRequest> draft, Func<SaleRequest, SaleView> shown, FactState state) =>
        WriteAsync(till, new Writing<SaleRequest>(id, $"/api/v1/sales/{id}", state, place => draft(place) with { Person = session.Person?.Code, Device = device.View.Id }, sale => sale.OccurredAt)
        {
            Hash = (previous, sale) => Journal.Next(previous, id, sale),
            Linked = (sale, link) => sale with { Journal = link },
            Shown = sale => JsonSerializer.Serialize(shown(sale), Json.Options),
        });

    /// <summary>Writes a refund.</summary>
    public Task<Answer<Entry<RefundRequest>>> WriteAsync(string till, Guid sale, Guid id, Func<Series, RefundRequest> draft) =>
        WriteAsync(till, new Writing<RefundRequest>(id, $"/api/v1/sales/{sale}/refunds/{id}", FactState.Attended, draft, refund => refund.OccurredAt)
        {
            Hash = (previous, refund) => Journal.Next(previous, sale, id, refund),
            Linked = (refund, link) => refund with { Journal = link },
        });

    /// <summary>Takes back an entry the server has turned down, and its number if nothing was written behind it, so that the series has no gap.</summary>
    public async Task TakeBackAsync(KeptFact fact, int number, JournalLink? link)
    {
        var (text, now) = await series.FindAsync(fact.Till);
        var last = now is not null && now.Last == number && now.Hash == link?.Hash;
        var before = last ? now! with { Last = number - 1, Hash = link?.Previous } : now;
        if (before is not null && !await store.MoveAsync(SeriesKeeper.KeyOf(fact.Till), text, JsonSerializer.Serialize(before, Json.Options), drop: fact.Id))
            await TakeBackAsync(fact, number, link);
    }

    /// <summary>Drops an entry whose number is spent all the same.</summary>
    public Task DropAsync(KeptFact fact) => TakeBackAsync(fact, int.MinValue, null);

    private async Task<Answer<Entry<T>>> WriteAsync<T>(string till, Writing<T> writing)
    {
        while (true)
        {
            var (text, now) = await series.FindAsync(till);
            if (now is not { Epoch: > 0 })
            {
                if (await series.OpenAsync(till) is { } problem)
                    return problem;
                continue;
            }

            var (request, after) = await LinkAsync(writing, now);
            var fact = new KeptFact(
                writing.Id, till, writing.Path, JsonSerializer.Serialize(request, Json.Options), writing.At(request), writing.Shown(request), writing.State);
            if (await store.MoveAsync(SeriesKeeper.KeyOf(till), text, JsonSerializer.Serialize(after, Json.Options), fact))
                return new Entry<T>(request, fact);
        }
    }

    private async Task<(T Request, Series After)> LinkAsync<T>(Writing<T> writing, Series now)
    {
        var next = now with { Last = now.Last + 1 };
        var request = writing.Draft(next);
        if (now.Hash is null)
            return (request, next);
        var hash = writing.Hash(now.Hash, request);
        var signature = await store.SignAsync(Convert.FromHexString(hash));
        var link = new JournalLink(now.Hash, hash, signature is null ? null : Convert.ToBase64String(signature));
        return (writing.Linked(request, link), next with { Hash = hash });
    }

    private sealed record Writing<T>(Guid Id, string Path, FactState State, Func<Series, T> Draft, Func<T, DateTime> At)
    {
        public required Func<string, T, string> Hash { get; init; }

        public required Func<T, JournalLink, T> Linked { get; init; }

        public Func<T, string?> Shown { get; init; } = _ => null;
    }
}
