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
/// <param name="Unsold">Why it counts for nothing unless its sale is on record; <c>null</c> when it does not matter.</param>
/// <param name="Reentry">Whoever of this party goes out may come in again on the same day.</param>
internal sealed record Reading(
    ScanOutcome? Refusal, Ticket? Ticket = null, IReadOnlyList<PartyView>? Party = null, bool ByTill = false, ScanOutcome? Unsold = null, bool Reentry = false)
{
    /// <summary>The same with the ticket as the books have it. What was sold is judged by its record, whatever became of the key.</summary>
    public Reading Beside(Ticket? known)
    {
        var sold = known is { Sale: not null } && known.Code == Ticket?.Code;
        if (Unsold is not null && !sold)
            return new Reading(Unsold);
        return this with { Ticket = known ?? (ByTill ? Ticket : null), Reentry = Reentry && (known is null || known.Code == Ticket?.Code) };
    }
}

/// <summary>Reads and verifies codes, without the books.</summary>
internal sealed class TicketReader(TicketKeys keys, TimeProvider clock)
{
    public async Task<Reading> ReadAsync(Snapshot catalogue, string text, CancellationToken ct)
    {
        var code = TicketCode.Read(text);
        var key = code is null ? null : await keys.FindAsync(code.Payload.Key, ct);
        var site = catalogue.Sites.FirstOrDefault(one => one.No == code?.Payload.Site);
        return GateDecision.OfCode(code, key?.View, key?.Verify(code!) ?? false, site?.Code) is { } refusal
            ? new Reading(refusal)
            : Genuine(catalogue, code!, site!, key!.View);
    }

    private Reading Genuine(Snapshot catalogue, TicketCode code, Site site, KeyView key) => new(
        null, Ticket.Of(code, site, Further(catalogue, code.Payload, site, key), clock.UtcMicros()), TicketParties.View(catalogue.On(site, code.Payload.FirstDay), code.Payload.Party),
        key.Till is not null, GateDecision.OfUnsold(code.Payload, key), TicketParties.MayReturn(catalogue.On(site, code.Payload.FirstDay), code.Payload.Party));

    /// <summary>The server knew what it sold; a till's word for further sites counts as far as the catalogue agrees.</summary>
    private static IReadOnlyList<Site> Further(Snapshot catalogue, TicketPayload payload, Site site, KeyView key)
    {
        if (payload.Also is null)
            return [];
        var possible = key.Till is null ? catalogue.Sites : AdmittedSites.Beyond(catalogue, site, payload.Party, payload.FirstDay);
        return [.. possible.Where(other => payload.Also.Contains(other.No))];
    }
}
