using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Invites a shop, or corrects what its invitation says.</summary>
/// <param name="Name">What the city calls it for now, in Japanese, 1–200 characters; whoever joins says the name for good.</param>
/// <param name="Email">Where its invitation may be sent; empty or <c>null</c> for a shop that gets it on paper.</param>
public sealed record ShopInvitationRequest(string Name, string? Email = null);

/// <summary>How far a shop is.</summary>
public enum ShopState
{
    /// <summary>Asked to join.</summary>
    Invited,

    /// <summary>Somebody of the city has set it up; its owner has yet to choose a PIN on the shop's own device.</summary>
    SetUp,

    /// <summary>It sells.</summary>
    Open,

    /// <summary>The invitation was taken back.</summary>
    Withdrawn,
}

/// <summary>A shop that was asked to join.</summary>
/// <param name="Id">It.</param>
/// <param name="Name">Its name in Japanese.</param>
/// <param name="State">How far it is.</param>
/// <param name="InvitedAt">When it was invited, UTC.</param>
/// <param name="InvitedBy">Sign-in name of whoever did.</param>
public sealed record ShopView(Guid Id, string Name, ShopState State, DateTime InvitedAt, string InvitedBy)
{
    /// <summary>Where its invitation may be sent.</summary>
    public string? Email { get; init; }

    /// <summary>Until when its code is good, UTC; <c>null</c> without one.</summary>
    public DateTime? CodeUntil { get; init; }

    /// <summary>Sign-in name of whoever set it up: its own, or somebody of the city who did so on its behalf.</summary>
    public string? SetUpBy { get; init; }

    /// <summary>When it opened, UTC.</summary>
    public DateTime? OpenedAt { get; init; }

    /// <summary>Site code; <c>null</c> until it is set up.</summary>
    public string? Site { get; init; }

    /// <summary>Tax class of what it mostly sells; <c>null</c> until it is set up.</summary>
    public string? TaxClass { get; init; }

    /// <summary>How it gets its money; <c>null</c> until it is set up. Auditors see the last three digits of an account.</summary>
    public PayoutView? Payout { get; init; }
}

/// <summary>A code by which an owner joins; shown once.</summary>
/// <param name="Code">Sixteen digits to type.</param>
/// <param name="Link">The same as an address to open on the shop's device, for a QR code.</param>
/// <param name="Until">When it ends, UTC.</param>
public sealed record ShopCodeView(string Code, string Link, DateTime Until);

/// <summary>What a shop says of itself, whoever types it.</summary>
/// <param name="Name">Its name in Japanese, as its receipts say, 1–200 characters.</param>
/// <param name="RegistrationNumber">T and 13 digits; <c>null</c> for an exempt business (Consumption Tax Act art. 9 and 57-2).</param>
/// <param name="TaxClass">Tax class of what it mostly sells: its first key has it.</param>
/// <param name="Payout">How it gets its money.</param>
public sealed record ShopAnswer(string Name, string? RegistrationNumber, string TaxClass, PayoutRequest Payout)
{
    /// <summary>Accept a registration number whose check digit does not fit.</summary>
    public bool SoleTrader { get; init; }

    /// <summary>Its name in other languages.</summary>
    public OtherNames? Names { get; init; }

    /// <summary>Address on a full invoice; at most 200 characters.</summary>
    public string? Address { get; init; }

    /// <summary>Telephone on receipts; at most 30 characters.</summary>
    public string? Phone { get; init; }
}

/// <summary>A name beside the Japanese one; whatever is missing shows English, then Japanese. Each at most 200 characters.</summary>
/// <param name="En">English.</param>
/// <param name="Ko">Korean.</param>
/// <param name="ZhHant">Chinese, traditional script.</param>
/// <param name="ZhHans">Chinese, simplified script.</param>
public sealed record OtherNames(string? En = null, string? Ko = null, string? ZhHant = null, string? ZhHans = null);

/// <summary>How a shop gets its money.</summary>
public enum PayoutWay
{
    /// <summary>The city takes the visitors' money and pays it out to the shop's bank account.</summary>
    City,

    /// <summary>The city sends it to the shop's own account at Stripe (Connect).</summary>
    Stripe,
}

/// <summary>Says how a shop gets its money.</summary>
/// <param name="Way">By whom.</param>
/// <param name="Account">Where the city pays to; <c>null</c> with Stripe, which asks for it itself.</param>
/// <param name="Version">The <see cref="PayoutView.Version"/> a change is based on; <c>null</c> when the shop joins.</param>
public sealed record PayoutRequest(PayoutWay Way, BankAccount? Account = null, long? Version = null);

/// <summary>A Japanese bank account, as its passbook says.</summary>
/// <param name="Bank">Name or code of the bank, 1–50 characters.</param>
/// <param name="Branch">Name or number of the branch, 1–50 characters.</param>
/// <param name="Number">Number, 1–8 digits.</param>
/// <param name="Holder">Holder in kana, with what else transfers may carry: digits, Latin capitals, space and ( ) . - /; at most 48 characters.</param>
/// <param name="Kind">Kind of account.</param>
public sealed record BankAccount(string Bank, string Branch, string Number, string Holder, BankAccountKind Kind = BankAccountKind.Ordinary);

/// <summary>Kinds of account that transfers reach.</summary>
public enum BankAccountKind
{
    /// <summary>普通.</summary>
    Ordinary,

    /// <summary>当座.</summary>
    Current,

    /// <summary>貯蓄.</summary>
    Savings,
}

/// <summary>How a shop gets its money.</summary>
/// <param name="Way">By whom.</param>
/// <param name="Version">Counts changes; the base of the next one.</param>
/// <param name="Account">Where the city pays to.</param>
/// <param name="Stripe">How far its account at Stripe is; <c>null</c> with the city.</param>
public sealed record PayoutView(PayoutWay Way, long Version, BankAccount? Account = null, StripeState? Stripe = null);

/// <summary>How far a shop's account at Stripe is.</summary>
public enum StripeState
{
    /// <summary>There is none yet, or its owner has not finished the form.</summary>
    Unfinished,

    /// <summary>Stripe is looking at what the owner said.</summary>
    Checking,

    /// <summary>It takes payments and pays out to the shop's bank.</summary>
    Ready,

    /// <summary>Stripe needs something more from the owner.</summary>
    Restricted,
}

/// <summary>Stripe's own form for a shop; good for some minutes and once.</summary>
/// <param name="Url">Where it is.</param>
public sealed record StripeLinkView(string Url);

/// <summary>Looks at an invitation.</summary>
/// <param name="Code">Sixteen digits, with or without spaces.</param>
/// <param name="Enrolment">Of the browser that may have joined by it and lost the answer.</param>
public sealed record ShopCode(string Code, Guid? Enrolment = null);

/// <summary>What an invitation says to whoever holds it.</summary>
/// <param name="Name">The shop, in Japanese.</param>
/// <param name="SetUp">Everything but the PIN is answered.</param>
/// <param name="Choices">What can be answered.</param>
public sealed record JoiningView(string Name, bool SetUp, ShopChoicesView Choices);

/// <summary>What a shop can choose from.</summary>
/// <param name="City">Who invites.</param>
/// <param name="TaxClasses">Tax classes, with today's rates.</param>
/// <param name="Stripe">Stripe can pay shops here.</param>
public sealed record ShopChoicesView(LocalText City, IReadOnlyList<TaxClassView> TaxClasses, bool Stripe);

/// <summary>A tax class.</summary>
/// <param name="Class">Its name in the catalogue.</param>
/// <param name="Percent">Its rate today: 0–100.</param>
public sealed record TaxClassView(string Class, int Percent);

/// <summary>Joins. The same request again within ten minutes is the same success.</summary>
/// <param name="Code">Sixteen digits, with or without spaces.</param>
/// <param name="Enrolment">Made by the browser, which becomes the shop's till.</param>
/// <param name="Pin">4–8 digits, neither one repeated nor a run.</param>
/// <param name="Answer">What the shop says of itself; <c>null</c> when it is set up.</param>
public sealed record JoinRequest(string Code, Guid Enrolment, string Pin, ShopAnswer? Answer = null);

/// <summary>The shop is open.</summary>
/// <param name="Session">Its owner is signed in.</param>
/// <param name="Device">This browser is its till.</param>
public sealed record JoinedView(SessionView Session, OwnDeviceView Device);
