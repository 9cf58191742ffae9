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

    /// <summary>Sent somebody a letter; the subject is the id of the account or the shop.</summary>
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

    /// <summary>Took the revocation of a ticket key back.</summary>
    KeyRestored,

    /// <summary>Let another key of the server sign tickets.</summary>
    KeyRotated,

    /// <summary>Asked a device for another ticket key.</summary>
    KeyRenewalAsked,

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

    /// <summary>Turned a shop's stock on or off, or changed when it warns.</summary>
    StockRulesKept,

    /// <summary>Changed below how much one product is low.</summary>
    StockThresholdKept,

    /// <summary>Took a wrong stock entry back.</summary>
    StockUndone,

    /// <summary>Added a supplier of goods on consignment or changed one.</summary>
    SupplierKept,

    /// <summary>Agreed or ended the terms of goods on consignment.</summary>
    ConsignmentKept,

    /// <summary>Settled what a supplier gets for goods that were sold.</summary>
    SupplierSettled,

    /// <summary>Took data out as a file.</summary>
    Exported,

    /// <summary>Let another system in.</summary>
    ClientAdded,

    /// <summary>Gave another system a new key.</summary>
    ClientKeyRotated,

    /// <summary>Shut another system out.</summary>
    ClientEnded,

    /// <summary>A key that had run out or was ended was tried.</summary>
    ClientRefused,

    /// <summary>Added a product or changed what it says.</summary>
    ProductKept,

    /// <summary>Gave a product a price from a day on.</summary>
    PriceKept,

    /// <summary>Withdrew a price before it began.</summary>
    PriceWithdrawn,

    /// <summary>Gave a tax class a rate from a day on.</summary>
    TaxRateKept,

    /// <summary>Withdrew a tax rate before it began.</summary>
    TaxRateWithdrawn,

    /// <summary>Adopted a price list of admissions.</summary>
    TariffKept,

    /// <summary>Withdrew a price list before it began.</summary>
    TariffWithdrawn,

    /// <summary>Added an issuer, or changed what its receipts say from a day on.</summary>
    IssuerKept,

    /// <summary>Added a site, or changed its names, tills and gates.</summary>
    SiteKept,

    /// <summary>Added a means of payment outside this system, changed or retired it.</summary>
    ExternalTenderKept,

    /// <summary>Changed products by a file.</summary>
    ProductsImported,

    /// <summary>Took the changes of a file back.</summary>
    ImportUndone,

    /// <summary>Added a device at a till or a gate.</summary>
    DeviceAdded,

    /// <summary>Made a one-time code for a device.</summary>
    DeviceCodeMade,

    /// <summary>A browser became a device by its code.</summary>
    DeviceEnrolled,

    /// <summary>A code that was spent, expired or for a place that is gone.</summary>
    DeviceEnrolmentRefused,

    /// <summary>Ended the trust in a device.</summary>
    DeviceRevoked,

    /// <summary>Asked a device to forget what it knows.</summary>
    DeviceForgetAsked,

    /// <summary>A device said that it has forgotten.</summary>
    DeviceForgot,

    /// <summary>Sent what waited on a device that is trusted no more.</summary>
    DeviceHandedOver,

    /// <summary>Set one's own PIN.</summary>
    PinKept,

    /// <summary>Came in by PIN.</summary>
    PinEntered,

    /// <summary>Tried to come in with a wrong PIN.</summary>
    PinRefused,

    /// <summary>Asked a shop to join, or corrected the invitation.</summary>
    ShopInvited,

    /// <summary>Took a shop's invitation back, or restored it.</summary>
    ShopWithdrawn,

    /// <summary>Made a one-time code by which a shop joins.</summary>
    ShopCodeMade,

    /// <summary>A shop's code that was spent, expired or taken back.</summary>
    ShopCodeRefused,

    /// <summary>Said what a shop needs to sell: its owner, or somebody of the city on its behalf.</summary>
    ShopSetUp,

    /// <summary>A shop's owner joined, and a browser became its till.</summary>
    ShopOpened,

    /// <summary>Changed how a shop gets its money.</summary>
    PayoutKept,

    /// <summary>Opened an account at Stripe for a shop.</summary>
    ShopStripeOpened,

    /// <summary>A card reader was put to a site.</summary>
    CardReaderPlaced,

    /// <summary>A card reader was taken away.</summary>
    CardReaderRetired,

    /// <summary>Somebody decided about late or doubtful money.</summary>
    PaymentDecided,

    /// <summary>Somebody closed a difference between our books and the payment provider's.</summary>
    DifferenceClosed,

    /// <summary>Made a shop's sticker, or replaced it; the subject is the site.</summary>
    StickerMade,

    /// <summary>Gave a sale that was paid by a sticker another tax class; the subject is its receipt number.</summary>
    SaleRetaxed,
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
