using System.Text.Json;

namespace Tourism.Pos.Shared.Wire;

/// <summary>What somebody did that others may have to answer for.</summary>
public enum Deed
{
    /// <summary>Came in.</summary>
    SignedIn,

    /// <summary>Tried to come in with a wrong password or code, or while shut out. An unknown name is not written down: it may be a password.</summary>
    SignInRefused,

    /// <summary>Chose a password by a one-time link.</summary>
    InvitationAccepted,

    /// <summary>Asked for something that is not theirs.</summary>
    Denied,

    /// <summary>Added a person or changed what they may do.</summary>
    AccountKept,

    /// <summary>Made a one-time link for somebody.</summary>
    Invited,

    /// <summary>Sent somebody a letter; the subject is the account's id.</summary>
    LetterWritten,

    /// <summary>Shut somebody out, or let them in again.</summary>
    AccountDisabled,

    /// <summary>Turned the second factor on.</summary>
    SecondFactorOn,

    /// <summary>Added a passkey to their own account.</summary>
    PasskeyAdded,

    /// <summary>Took a passkey of their own away.</summary>
    PasskeyRemoved,

    /// <summary>Linked their own account to one of the provider's.</summary>
    IdentityLinked,

    /// <summary>Took that link away.</summary>
    IdentityUnlinked,

    /// <summary>Made other recovery codes.</summary>
    RecoveryCodesMade,

    /// <summary>Ended the trust in a device's or the server's ticket key.</summary>
    KeyRevoked,

    /// <summary>Gave money back.</summary>
    Refunded,

    /// <summary>Gave money back although a rule spoke against it.</summary>
    RefundForced,

    /// <summary>Closed a review with a note.</summary>
    ReviewResolved,

    /// <summary>Closed a site.</summary>
    SiteClosed,

    /// <summary>Opened a site again.</summary>
    SiteReopened,

    /// <summary>Proposed what becomes of unused tickets.</summary>
    RemedyProposed,

    /// <summary>Confirmed what becomes of unused tickets.</summary>
    RemedyConfirmed,

    /// <summary>Took data out as a file.</summary>
    Exported,
}

/// <summary>One entry of the audit trail.</summary>
/// <param name="No">Order of writing; the cursor of a search.</param>
/// <param name="Day">Business date of the chain it stands in.</param>
/// <param name="Number">Number within the day, from 1.</param>
/// <param name="At">When, by the server's clock.</param>
/// <param name="Deed">What was done.</param>
/// <param name="Person">Sign-in name, or <c>null</c> for the installation itself and for callers it does not know.</param>
/// <param name="Site">Site of the person's post.</param>
/// <param name="Till">Till of the person's post.</param>
/// <param name="Gate">Gate of the person's post.</param>
/// <param name="Device">Device it was done on.</param>
/// <param name="Subject">What it was done to, for example <c>hana</c> or <c>akiyoshido/adult</c>.</param>
/// <param name="Before">What it said before.</param>
/// <param name="After">What it says now.</param>
/// <param name="Hash">64 hex digits that depend on this entry and every one before it.</param>
public sealed record AuditView(
    long No, DateOnly Day, int Number, DateTime At, Deed Deed, string? Person, string? Site, string? Till, string? Gate, Guid? Device, string Subject,
    JsonElement? Before, JsonElement? After, string Hash);

/// <summary>A part of the trail, latest first.</summary>
/// <param name="Items">At most as many as were asked for.</param>
/// <param name="Next">The cursor for what is older, or <c>null</c> at the end.</param>
public sealed record AuditPage(IReadOnlyList<AuditView> Items, long? Next);

/// <summary>Whether the trail is as it was written.</summary>
/// <param name="Whole">No entry was changed, dropped, added or swapped.</param>
/// <param name="Days">The days that were looked at, in order.</param>
public sealed record AuditCheck(bool Whole, IReadOnlyList<AuditDay> Days);

/// <summary>One day of the trail.</summary>
/// <param name="Day">Business date.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Closes">Hash of its last entry. Whoever noted it earlier can tell whether the whole trail was written anew.</param>
/// <param name="BrokenAt">Number of the first entry that does not fit, or <c>null</c>.</param>
public sealed record AuditDay(DateOnly Day, int Entries, string Closes, int? BrokenAt = null);
