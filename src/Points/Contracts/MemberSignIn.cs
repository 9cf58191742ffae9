using System.Security.Claims;
using Tourism.Kernel;

namespace Tourism.Points.Contracts;

/// <summary>Names of what a member's browser holds. A member is nobody among staff: no role, no place, a cookie of their own.</summary>
public static class MemberSession
{
    /// <summary>The scheme of the members' cookie.</summary>
    public const string Scheme = "Member";

    /// <summary>The scheme that leaves for the provider; it exists only where one is configured.</summary>
    public const string Provider = "MemberOpenId";

    /// <summary>The policy of addresses that a signed-in member opens, and nobody else.</summary>
    public const string Policy = "member";

    /// <summary>The members' page. Everybody comes back to it from the provider.</summary>
    public const string Page = "/points";

    /// <summary>Where the provider sends people back to; registered with it.</summary>
    public const string Callback = Page + "/sign-in/return";

    /// <summary>Part of what is sealed in the state on the way to the provider: the language to come back to.</summary>
    public const string Language = "lang";

    /// <summary>Part of the page's query: what has just happened.</summary>
    public const string Said = "said";

    /// <summary>Value of <see cref="Said"/>: the provider, or the way back from it, said no.</summary>
    public const string Refused = "refused";
}

/// <summary>Members who sign in by an account of the city's provider and have shown, once, the card that is theirs.</summary>
public interface IMemberLogins
{
    /// <summary>What people call such an account; <c>null</c> where members cannot sign in.</summary>
    LocalText? Account { get; }

    /// <summary>The card of the signed-in member; <c>null</c> for somebody who has not shown theirs yet.</summary>
    /// <param name="member">A session of <see cref="MemberSession.Scheme"/>.</param>
    /// <param name="ct">Ends with the request.</param>
    Task<CardView?> FindAsync(ClaimsPrincipal member, CancellationToken ct);

    /// <summary>
    /// Connects the account with the card's member, one to one; again with the same card is the same success. Fails with <c>card-unreadable</c>
    /// (no card's code), <c>account-has-card</c> (connected with another card) or <c>card-refused</c> (unknown, or somebody else's: which of the
    /// two is not told).
    /// </summary>
    /// <param name="member">A session of <see cref="MemberSession.Scheme"/>.</param>
    /// <param name="card">What the card's QR says: the token itself or the whole address, in either case.</param>
    /// <param name="ct">Ends with the request.</param>
    Task<Result<CardView>> LinkAsync(ClaimsPrincipal member, string? card, CancellationToken ct);

    /// <summary>Takes the connection away. What is gone stays gone.</summary>
    /// <param name="member">A session of <see cref="MemberSession.Scheme"/>.</param>
    /// <param name="ct">Ends with the request.</param>
    Task UnlinkAsync(ClaimsPrincipal member, CancellationToken ct);
}
