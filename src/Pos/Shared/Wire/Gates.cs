using System.Text.Json.Serialization;
using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Somebody shows a ticket at a gate.</summary>
/// <param name="Id">Made by the device; the same scan sent again admits nobody twice.</param>
/// <param name="Code">What was read: the ticket's address or its code.</param>
/// <param name="People">How many go in or out now; <c>null</c> for all that remain, or all that are inside.</param>
/// <param name="OccurredAt">The gate's time.</param>
/// <param name="Happened">What a gate that was alone decided by itself: people went in or were refused, and this only reports it.</param>
public sealed record ScanRequest(Guid Id, string Code, int? People, DateTime OccurredAt, ScanHappened? Happened = null)
{
    /// <summary>Which way they go. A ticket whose products allow it lets those who went out come in again on the same business date.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ScanDirection Direction { get; init; }

    /// <summary>Sign-in name of whoever scanned, 1–40 characters; who is signed in when left out.</summary>
    public string? Person { get; init; }

    /// <summary>
    /// The device it was made on. Counts only from an administrator who hands over what waited on a revoked device of the site, with <see cref="Happened"/>.
    /// </summary>
    public Guid? Device { get; init; }
}

/// <summary>Takes a scan back.</summary>
/// <param name="Person">Sign-in name of whoever did, 1–40 characters; who is signed in when left out.</param>
public sealed record ScanUndoRequest(string? Person = null)
{
    /// <summary>The device the scan was made on. Counts only from an administrator who hands over what waited on a device that is trusted no more.</summary>
    public Guid? Device { get; init; }
}

/// <summary>What a gate without network decided.</summary>
/// <param name="Outcome">What it showed.</param>
/// <param name="Admitted">How many went in.</param>
/// <param name="Undone">Taken back at the gate within the minute.</param>
/// <param name="WentOut">How many went out.</param>
public sealed record ScanHappened(
    ScanOutcome Outcome, int Admitted, bool Undone = false, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int WentOut = 0);

/// <summary>The gate's answer.</summary>
/// <param name="Id">The scan.</param>
/// <param name="Outcome">Admitted, or why not.</param>
/// <param name="Admitted">People let in by this scan.</param>
/// <param name="Remaining">People the ticket can still admit.</param>
/// <param name="LastUsedAt">When the ticket was last used before, UTC.</param>
/// <param name="LastUsedGate">Where: gate code.</param>
/// <param name="Party">Who the ticket is for.</param>
/// <param name="SaleAwaited">The ticket is good but its sale has not reached the server yet.</param>
/// <param name="Conflict">More people went in than the ticket holds, because gates were alone; staff must look.</param>
/// <param name="Undone">This scan was taken back.</param>
/// <param name="ValidFrom">First business date of the ticket.</param>
/// <param name="ValidTo">Last business date of the ticket.</param>
/// <param name="WentOut">People who went out with this scan.</param>
/// <param name="Again">Of those let in, how many had gone out the same day; of those who went out, how many may come in again.</param>
/// <param name="Use">How far the ticket is used at this site now; <c>null</c> when it is none of ours.</param>
public sealed record ScanView(
    Guid Id, ScanOutcome Outcome, int Admitted, int Remaining, DateTime? LastUsedAt, string? LastUsedGate, IReadOnlyList<PartyView>? Party = null,
    bool SaleAwaited = false, bool Conflict = false, bool Undone = false, DateOnly? ValidFrom = null, DateOnly? ValidTo = null,
    int WentOut = 0, int Again = 0, SiteUseView? Use = null);

/// <summary>People of one category on a ticket.</summary>
/// <param name="Name">Category.</param>
/// <param name="Count">How many.</param>
public sealed record PartyView(LocalText Name, int Count);

/// <summary>What a gate needs to decide alone, since it last asked.</summary>
/// <param name="Next">Pass it as <c>since</c> the next time.</param>
/// <param name="Keys">Keys that were listed or revoked.</param>
/// <param name="Tickets">Tickets that were used, revoked, cancelled or moved to other days, or whose key was revoked after their sale.</param>
/// <param name="More">There is more than fits into one answer: ask again at once.</param>
public sealed record GateListView(string Next, IReadOnlyList<KeyView> Keys, IReadOnlyList<TicketStateView> Tickets, bool More = false);

/// <summary>The public half of a key that signs tickets.</summary>
/// <param name="Key">As in the ticket.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo, base64.</param>
/// <param name="Site">Code of the site a till's key signs for; <c>null</c> for the server's own key.</param>
/// <param name="Till">Code of the till; <c>null</c> for the server's own key.</param>
/// <param name="Revoked">Nothing it signs is good but the tickets whose sale is on record.</param>
public sealed record KeyView(uint Key, string PublicKey, string? Site, string? Till, bool Revoked);

/// <summary>How far a ticket is used, and whether it is still good.</summary>
/// <param name="Id">The ticket.</param>
/// <param name="Standing">Whether it is good.</param>
/// <param name="Admitted">People who have entered the gate's site.</param>
/// <param name="LastUsedAt">When it was last used there, UTC.</param>
/// <param name="LastUsedGate">Where: gate code.</param>
/// <param name="FirstDay">First business date, when it was moved.</param>
/// <param name="LastDay">Last business date, when it was moved.</param>
/// <param name="SaleAwaited">Its sale has not reached the server yet: it is known only from having been shown.</param>
/// <param name="Use">Who of them is inside and who went out, at the gate's site.</param>
public sealed record TicketStateView(
    Guid Id, TicketStanding Standing, int Admitted, DateTime? LastUsedAt, string? LastUsedGate, DateOnly? FirstDay = null, DateOnly? LastDay = null,
    bool SaleAwaited = false, SiteUseView? Use = null);

/// <summary>Whether a ticket is good.</summary>
public enum TicketStanding
{
    /// <summary>Good on its days.</summary>
    Good,

    /// <summary>Replaced by another code.</summary>
    Revoked,

    /// <summary>Refunded or its sale cancelled.</summary>
    Cancelled,

    /// <summary>Held back by staff, or its site is closed.</summary>
    Blocked,
}

/// <summary>Outcome of a scan; everything but <see cref="Admitted"/> and <see cref="WentOut"/> is a refusal.</summary>
public enum ScanOutcome
{
    /// <summary>Let in.</summary>
    Admitted,

    /// <summary>Not one of our tickets, or damaged.</summary>
    Invalid,

    /// <summary>Signed with a key we do not list.</summary>
    UnknownKey,

    /// <summary>Before its first day.</summary>
    TooEarly,

    /// <summary>After its last day.</summary>
    TooLate,

    /// <summary>For another site.</summary>
    WrongSite,

    /// <summary>Everybody on it has entered.</summary>
    AlreadyUsed,

    /// <summary>More people than remain on it.</summary>
    ExceedsParty,

    /// <summary>Replaced by another code: the party has a newer ticket.</summary>
    Revoked,

    /// <summary>Refunded, or its sale cancelled.</summary>
    Cancelled,

    /// <summary>Held back by staff, or the site is closed.</summary>
    Blocked,

    /// <summary>Not for this entrance or product rule.</summary>
    NotAllowed,

    /// <summary>Noted as gone out: they may come in again on the same business date.</summary>
    WentOut,

    /// <summary>The ticket has no second entry: whoever goes out stays out, and is not noted.</summary>
    NoReentry,

    /// <summary>More people want to go out than are inside.</summary>
    NotInside,
}
