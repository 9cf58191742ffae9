using Tourism.Kernel;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Gate;

/// <summary>Decides on a ticket with nothing but what this device knows.</summary>
internal sealed class LoneGate(GateBook book, ISignatures signatures)
{
    /// <param name="scan">What was read, and for how many.</param>
    /// <param name="here">Code of the gate's site.</param>
    public async Task<GateResult> DecideAsync(ScanRequest scan, string here)
    {
        var code = TicketCode.Read(scan.Code);
        var key = code is null ? null : book.Key(code.Payload.Key);
        var seller = code is null ? null : book.Sites.FirstOrDefault(site => site.No == code.Payload.Site);
        var genuine = code is not null && key is not null && await signatures.VerifyAsync(key.PublicKey, code.Signed, code.Signature);
        return (GateDecision.OfCode(code, key, genuine, seller?.Code) ?? OfUnsold(code!.Payload, key!)) is { } refusal
            ? new GateResult(new ScanView(scan.Id, refusal, 0, 0, null, null), scan.OccurredAt, null, Alone: true)
            : Decide(scan, code!.Payload, key!, seller!, here);
    }

    private ScanOutcome? OfUnsold(TicketPayload payload, KeyView key) => IsSold(payload.Ticket) ? null : GateDecision.OfUnsold(payload, key);

    private bool IsSold(Guid ticket) => book.Ticket(ticket) is { SaleAwaited: false };

    private GateResult Decide(ScanRequest scan, TicketPayload payload, KeyView key, SiteView seller, string here)
    {
        var today = BusinessDate.Of(scan.OccurredAt);
        var known = book.Ticket(payload.Ticket);
        var ticket = new TicketAtGate(
            Standing(known, here, today), known?.FirstDay ?? payload.FirstDay, known?.LastDay ?? payload.LastDay,
            AdmitsTo(payload, key, seller, here), payload.People, book.Use(payload.Ticket), TicketParties.MayReturn(seller, payload.Party));
        var (outcome, people) = GateDecision.Of(ticket, scan, today);
        var (use, again) = ticket.Use.Move(people, scan.Direction, today);
        var (admitted, wentOut) = scan.Direction == ScanDirection.Out ? (0, people) : (people, 0);
        var view = new ScanView(
            scan.Id, outcome, admitted, (ticket with { Use = use }).RemainingOn(today), known?.LastUsedAt, known?.LastUsedGate, TicketParties.View(seller, payload.Party),
            SaleAwaited: key.Till is not null && !IsSold(payload.Ticket), ValidFrom: ticket.FirstDay, ValidTo: ticket.LastDay,
            WentOut: wentOut, Again: again, Use: use);
        return new GateResult(Used(view, payload.Ticket), scan.OccurredAt, payload.Ticket, Alone: true);
    }

    /// <summary>Its own last scan of the ticket may be newer than what the server has told.</summary>
    private ScanView Used(ScanView view, Guid ticket) =>
        book.Scans.LastOrDefault(scan => scan.Ticket == ticket && scan.Moved > 0) is { } own && !(view.LastUsedAt > own.Request.OccurredAt)
            ? view with { LastUsedAt = own.Request.OccurredAt, LastUsedGate = own.Gate }
            : view;

    private TicketStanding Standing(TicketStateView? known, string here, DateOnly today)
    {
        var standing = known?.Standing ?? TicketStanding.Good;
        var closed = book.Sites.FirstOrDefault(site => site.Code == here)?.Closure is { } closure && closure.Covers(today);
        return standing == TicketStanding.Good && closed ? TicketStanding.Blocked : standing;
    }

    /// <summary>The server knew what it sold; a till's word for further sites counts as far as the catalogue agrees.</summary>
    private bool AdmitsTo(TicketPayload payload, KeyView key, SiteView seller, string here)
    {
        if (seller.Code == here)
            return true;
        return book.Sites.FirstOrDefault(site => site.Code == here) is { } site && payload.Sites.Contains(site.No)
            && (key.Till is null || TicketParties.Beyond(seller, payload.Party).Contains(site.No));
    }
}
