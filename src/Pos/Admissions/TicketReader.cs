using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>What a text that somebody showed turned out to be.</summary>
/// <param name="Refusal">Why it is no ticket of ours; <c>null</c> when it is one.</param>
/// <param name="Ticket">The ticket as its code says it; its sale may not have arrived.</param>
/// <param name="Party">Who it is for.</param>
/// <param name="ByTill">A till signed it, so it may be shown before its sale arrives. The server's own are always on record.</param>
internal sealed record Reading(ScanOutcome? Refusal, Ticket? Ticket = null, IReadOnlyList<PartyView>? Party = null, bool ByTill = false);

/// <summary>Reads and verifies codes, without the books.</summary>
internal sealed class TicketReader(TicketKeys keys, TimeProvider clock)
{
    public async Task<Reading> ReadAsync(Snapshot catalogue, string text, CancellationToken ct)
    {
        if (TicketCode.Read(text) is not { } code)
            return new Reading(ScanOutcome.Invalid);
        if (await keys.FindAsync(code.Payload.Key, ct) is not { Revoked: false } key)
            return new Reading(ScanOutcome.UnknownKey);
        if (!key.Verify(code) || catalogue.Sites.FirstOrDefault(one => one.No == code.Payload.Site) is not { } site)
            return new Reading(ScanOutcome.Invalid);
        return key.Site is not null && key.Site != site.Code ? new Reading(ScanOutcome.UnknownKey) : Good(catalogue, code, site, key);
    }

    private Reading Good(Snapshot catalogue, TicketCode code, Site site, ListedKey key) => new(
        null, Ticket.Of(code, site, Further(catalogue, code.Payload, site, key), clock.UtcMicros()), TicketParties.View(site, code.Payload.Party), key.Till is not null);

    /// <summary>The server knew what it sold; a till's word for further sites counts as far as the catalogue agrees.</summary>
    private static IReadOnlyList<Site> Further(Snapshot catalogue, TicketPayload payload, Site site, ListedKey key)
    {
        if (payload.Also is null)
            return [];
        var possible = key.Till is null ? catalogue.Sites : AdmittedSites.Beyond(catalogue, site, payload.Party, payload.FirstDay);
        return [.. possible.Where(other => payload.Also.Contains(other.No))];
    }
}
