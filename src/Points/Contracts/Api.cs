using System.Text.Json.Serialization;
using Tourism.Kernel;

namespace Tourism.Points.Contracts;

/// <summary>A programme that gives points, as the office sees it.</summary>
/// <param name="Code">Stable short name.</param>
/// <param name="Name">Name for people.</param>
/// <param name="FiscalYear">Year of the budget line, named by the calendar year it starts in.</param>
/// <param name="Appropriation">Points the budget line allows this fiscal year.</param>
/// <param name="Issued">Points granted from it so far.</param>
public sealed record ProgrammeView(string Code, LocalText Name, int FiscalYear, PointAmount Appropriation, PointAmount Issued);

/// <summary>Registers a member, or repeats doing so; a repeat shows the balance of now.</summary>
/// <param name="Name">The member's name, 1–100 characters without control characters.</param>
public sealed record MemberRequest(string Name);

/// <summary>A member as the points office sees one.</summary>
/// <param name="Id">The member.</param>
/// <param name="Name">The member's name.</param>
/// <param name="Card">Card token; the card's QR is <c>HTTPS://HOST/P/{card}</c>.</param>
/// <param name="Available">Spendable today.</param>
/// <param name="Held">Reserved for sales that are not finished.</param>
public sealed record MemberView(Guid Id, string Name, string Card, PointAmount Available, PointAmount Held)
{
    /// <summary>The card is connected with an account by which the member signs in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Linked { get; init; }
}

/// <summary>
/// Grants points to one member from the budget of the fiscal year of today. Refused (422, also when repeated) with <c>budget-exceeded</c>
/// or <c>budget-line-missing</c>: make a new grant under a new id once the reason is gone.
/// </summary>
/// <param name="Programme">Programme code.</param>
/// <param name="Member">The member.</param>
/// <param name="Points">1–9,999,999, within the programme's budget.</param>
/// <param name="Evidence">Why, in words: 1–200 characters, for example the event and its date. No My Number (My Number Act arts. 19, 20).</param>
public sealed record GrantRequest(string Programme, Guid Member, PointAmount Points, string Evidence);

/// <summary>A grant that was made.</summary>
/// <param name="Id">The client's name for it.</param>
/// <param name="Programme">Programme code.</param>
/// <param name="Member">The member.</param>
/// <param name="Points">Points granted.</param>
/// <param name="ExpiresOn">Last day of use.</param>
/// <param name="GrantedAt">When the server recorded it, UTC.</param>
public sealed record GrantView(Guid Id, string Programme, Guid Member, PointAmount Points, DateOnly ExpiresOn, DateTime GrantedAt);

/// <summary>
/// Reserves points for a sale that is being rung up. A repeat shows the hold as it stands then. Refused (422, also when repeated)
/// with <c>points-insufficient</c>: make a smaller hold under a new id.
/// </summary>
/// <param name="Card">What the card's QR says: the token itself or the whole address, in either case.</param>
/// <param name="Shop">Site code of the shop: 1–40 letters, digits, - or _.</param>
/// <param name="ShopName">The shop's name as the member will see it; 1–100 characters in each language.</param>
/// <param name="Points">1–9,999,999, at most what is available.</param>
/// <param name="Owner">The sale the points are for.</param>
public sealed record HoldRequest(string Card, string Shop, LocalText ShopName, PointAmount Points, Guid Owner);

/// <summary>A hold as it stands.</summary>
/// <param name="Id">The client's name for it.</param>
/// <param name="Shop">Site code of the shop.</param>
/// <param name="Points">Points reserved.</param>
/// <param name="Owner">The sale.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AvailableAfter">What the member can still spend beside this hold.</param>
public sealed record HoldView(Guid Id, string Shop, PointAmount Points, Guid Owner, HoldState State, PointAmount AvailableAfter);

/// <summary>Where a hold stands; it leaves <see cref="Held"/> at most once.</summary>
public enum HoldState
{
    /// <summary>Reserved.</summary>
    Held,

    /// <summary>Paid to the shop.</summary>
    Captured,

    /// <summary>Back with the member.</summary>
    Released,
}
