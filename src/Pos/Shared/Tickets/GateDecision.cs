using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Tickets;

/// <summary>What is known of a genuine ticket at the place where somebody shows it.</summary>
/// <param name="Standing">Whether it is good.</param>
/// <param name="FirstDay">First business date it admits on.</param>
/// <param name="LastDay">Last business date it admits on.</param>
/// <param name="AdmitsHere">It is for this site.</param>
/// <param name="People">Everybody it admits.</param>
/// <param name="Use">How far it is used at this site; more than <paramref name="People"/> after gates that were alone let the same people in twice.</param>
/// <param name="Reentry">Whoever goes out may come in again on the same business date.</param>
public sealed record TicketAtGate(
    TicketStanding Standing, DateOnly FirstDay, DateOnly LastDay, bool AdmitsHere, int People, SiteUseView Use, bool Reentry = false)
{
    /// <summary>People it can still admit here on <paramref name="day"/>.</summary>
    public int RemainingOn(DateOnly day) => Math.Max(0, People - Use.Admitted + Use.On(day).Out);
}

/// <summary>
/// Whether a code lets people in; the same on the server and at a gate that is alone. Checked in the order that gives staff the most useful
/// reason: forged, then replaced or held back, then the wrong day, then the wrong place, then used.
/// </summary>
public static class GateDecision
{
    /// <summary>Why a code is none of ours; <c>null</c> when it is one.</summary>
    /// <param name="code">What was read; <c>null</c> when it is no code at all.</param>
    /// <param name="key">The key it names; <c>null</c> when it is not listed.</param>
    /// <param name="genuine">That key has signed it.</param>
    /// <param name="seller">Code of the site it names as its seller; <c>null</c> when there is none.</param>
    public static ScanOutcome? OfCode(TicketCode? code, KeyView? key, bool genuine, string? seller)
    {
        if (code is null)
            return ScanOutcome.Invalid;
        if (key is null)
            return ScanOutcome.UnknownKey;
        if (!genuine || seller is null)
            return ScanOutcome.Invalid;
        return key.Site is not null && key.Site != seller ? ScanOutcome.UnknownKey : null;
    }

    /// <summary>
    /// Why a genuine code counts for nothing as long as no sale of it is known; <c>null</c> when it may come before its sale. Whoever has a till's
    /// key can sign anything: no more than a till could have sold is believed.
    /// </summary>
    /// <param name="payload">What it says.</param>
    /// <param name="key">The key that has signed it.</param>
    public static ScanOutcome? OfUnsold(TicketPayload payload, KeyView key)
    {
        if (key.Revoked)
            return ScanOutcome.UnknownKey;
        return key.Till is not null && (payload.Days != 1 || payload.People > Calculator.MaxQuantity) ? ScanOutcome.Invalid : null;
    }

    /// <summary>What becomes of people who want to go in or out with a genuine ticket, and of how many.</summary>
    /// <param name="ticket">The ticket here and now.</param>
    /// <param name="scan">What the gate asks.</param>
    /// <param name="today">Business date.</param>
    public static (ScanOutcome Outcome, int People) Of(TicketAtGate ticket, ScanRequest scan, DateOnly today)
    {
        var (outcome, all) = scan.Direction == ScanDirection.Out
            ? (OfLeaving(ticket, scan.People, today), ticket.Use.On(today).Inside)
            : (OfTicket(ticket, scan.People, today), ticket.RemainingOn(today));
        return (outcome, outcome is ScanOutcome.Admitted or ScanOutcome.WentOut ? scan.People ?? all : 0);
    }

    /// <summary>Whether a genuine ticket lets people in.</summary>
    /// <param name="ticket">The ticket here and now.</param>
    /// <param name="people">How many want to go in; <c>null</c> for all that remain.</param>
    /// <param name="today">Business date.</param>
    public static ScanOutcome OfTicket(TicketAtGate ticket, int? people, DateOnly today) =>
        OfStanding(ticket.Standing) ?? OfDays(ticket, today) ?? OfEntry(ticket, people, ticket.RemainingOn(today));

    /// <summary>
    /// Whether people go out so that they may come in again. A ticket that is held back does not keep anybody inside: a site that closes is left.
    /// </summary>
    /// <param name="ticket">The ticket here and now.</param>
    /// <param name="people">How many want to go out; <c>null</c> for all that are inside.</param>
    /// <param name="today">Business date.</param>
    public static ScanOutcome OfLeaving(TicketAtGate ticket, int? people, DateOnly today) =>
        (ticket.Standing == TicketStanding.Blocked ? null : OfStanding(ticket.Standing)) ?? OfDays(ticket, today) ?? OfExit(ticket, people, ticket.Use.On(today).Inside);

    private static ScanOutcome? OfStanding(TicketStanding standing) => standing switch
    {
        TicketStanding.Revoked => ScanOutcome.Revoked,
        TicketStanding.Cancelled => ScanOutcome.Cancelled,
        TicketStanding.Blocked => ScanOutcome.Blocked,
        _ => null,
    };

    private static ScanOutcome? OfDays(TicketAtGate ticket, DateOnly today)
    {
        if (today < ticket.FirstDay)
            return ScanOutcome.TooEarly;
        return today > ticket.LastDay ? ScanOutcome.TooLate : null;
    }

    private static ScanOutcome OfEntry(TicketAtGate ticket, int? people, int remaining)
    {
        if (!ticket.AdmitsHere)
            return ScanOutcome.WrongSite;
        if (remaining == 0)
            return ScanOutcome.AlreadyUsed;
        return people > remaining ? ScanOutcome.ExceedsParty : ScanOutcome.Admitted;
    }

    private static ScanOutcome OfExit(TicketAtGate ticket, int? people, int inside)
    {
        if (!ticket.AdmitsHere)
            return ScanOutcome.WrongSite;
        if (!ticket.Reentry)
            return ScanOutcome.NoReentry;
        return inside == 0 || people > inside ? ScanOutcome.NotInside : ScanOutcome.WentOut;
    }
}
