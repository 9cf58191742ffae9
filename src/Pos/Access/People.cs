using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Tourism.Kernel;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

/// <summary>What the sign-in cookie says about a person, and what follows from it.</summary>
internal static class People
{
    public const string Scheme = "Staff";

    /// <summary>Claim of people with an account: what the cookie is worth as long as the account says the same.</summary>
    public const string Stamp = "stamp";

    /// <summary>Claim of people who must set up a second factor before they may do anything else.</summary>
    private const string Due = "due";

    /// <summary>Claim of sessions that began with a PIN.</summary>
    private const string Pin = "pin";

    /// <summary>Claim of sessions that began on an enrolled device: they count there only, and as long as it is trusted.</summary>
    private const string Bound = "on-device";

    private const string Posts = "posts";
    private const string Post = "post";

    public static ClaimsPrincipal ToPrincipal(this PersonView person)
    {
        var identity = new ClaimsIdentity(Scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, person.Code));
        identity.AddClaim(new Claim(ClaimTypes.Name, person.Name.Ja));
        identity.AddClaims(person.Roles.Select(role => new Claim(ClaimTypes.Role, role)));
        foreach (var (type, value) in new[] { (Places.Site, person.Site), (Places.Till, person.Till), (Places.Gate, person.Gate) })
        {
            if (value is not null)
                identity.AddClaim(new Claim(type, value));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>The account at its first post, or at the one a session stands on.</summary>
    /// <param name="account">Whose session.</param>
    /// <param name="post">Which of the posts, from 0.</param>
    /// <param name="proven">Somebody whose word counts has asked for a second factor.</param>
    public static ClaimsPrincipal ToPrincipal(this Account account, int post = 0, bool proven = false) => ToPrincipal(
        account.UserName!, account.DisplayName, [.. account.Posts.Select(one => one.View())], Math.Min(post, account.Posts.Count - 1), account.SecurityStamp!,
        account.OwesSecondFactor && !proven);

    /// <summary>The account at some of its posts and at no other, because a PIN was all it showed.</summary>
    public static ClaimsPrincipal ToPrincipal(this Account account, IReadOnlyList<PostView> posts) =>
        ToPrincipal(account.UserName!, account.DisplayName, posts, 0, account.SecurityStamp!, due: false).With(Pin, bool.TrueString);

    /// <summary>The same session at another of its posts.</summary>
    public static ClaimsPrincipal At(this ClaimsPrincipal user, int post)
    {
        var there = ToPrincipal(user.Code(), user.FindFirstValue(ClaimTypes.Name)!, user.AllPosts(), post, user.FindFirstValue(Stamp)!, user.OwesSecondFactor());
        return user.HasPassword() ? there : there.With(Pin, bool.TrueString);
    }

    /// <summary>Signs in here: on an enrolled device the session counts on that device only.</summary>
    public static Task<ClaimsPrincipal> EnterAsync(this HttpContext context, ClaimsPrincipal principal) => context.EnterAsync(principal, context.User.DeviceId());

    /// <summary>Signs in on a device that this request cannot show: the one that the provider was left from, or that the browser becomes with the answer.</summary>
    public static async Task<ClaimsPrincipal> EnterAsync(this HttpContext context, ClaimsPrincipal principal, Guid? device)
    {
        if (device is { } bound)
            principal.With(Bound, bound.ToString());
        await context.SignInAsync(Scheme, principal);
        return principal;
    }

    /// <summary>The device a session began on; <c>null</c> when it was none.</summary>
    public static Guid? BoundTo(this ClaimsPrincipal user) => user.FindFirstValue(Bound) is { } device ? Guid.Parse(device) : null;

    /// <summary>Every post of somebody with an account.</summary>
    public static IReadOnlyList<PostView> AllPosts(this ClaimsPrincipal user) =>
        user.FindFirstValue(Posts) is { } posts ? JsonSerializer.Deserialize<PostView[]>(posts, Json.Options)! : [];

    /// <summary>Which of them the session stands on, from 0.</summary>
    public static int PostNow(this ClaimsPrincipal user) => user.FindFirstValue(Post) is { } post ? int.Parse(post, CultureInfo.InvariantCulture) : 0;

    private static ClaimsPrincipal ToPrincipal(string name, string displayName, IReadOnlyList<PostView> posts, int post, string stamp, bool due)
    {
        var now = posts[post];
        var principal = new PersonView(name, new LocalText(displayName), due ? [] : now.Roles, now.Site, now.Till, now.Gate).ToPrincipal();
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.AddClaim(new Claim(Stamp, stamp));
        identity.AddClaim(new Claim(Posts, JsonSerializer.Serialize(posts, Json.Options)));
        identity.AddClaim(new Claim(Post, post.ToString(CultureInfo.InvariantCulture)));
        if (due)
            identity.AddClaim(new Claim(Due, bool.TrueString));
        return principal;
    }

    private static ClaimsPrincipal With(this ClaimsPrincipal principal, string claim, string value)
    {
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(claim, value));
        return principal;
    }

    /// <summary>The person the cookie was made for.</summary>
    public static PersonView ToPerson(this ClaimsPrincipal user) => new(
        user.Code(), new LocalText(user.FindFirstValue(ClaimTypes.Name)!), [.. user.FindAll(ClaimTypes.Role).Select(role => role.Value).Where(role => role != Roles.Device)],
        user.FindFirstValue(Places.Site), user.FindFirstValue(Places.Till), user.FindFirstValue(Places.Gate));

    public static string Code(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier)!;

    /// <summary>Somebody is signed in; a device alone is nobody.</summary>
    public static bool IsPerson(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == ClaimTypes.NameIdentifier);

    /// <summary>Somebody with an account who has shown more than a PIN.</summary>
    public static bool HasPassword(this ClaimsPrincipal user) => user.HasAccount() && !user.HasClaim(claim => claim.Type == Pin);

    /// <summary>Somebody with an account who has shown a PIN and no more.</summary>
    public static bool HasOnlyPin(this ClaimsPrincipal user) => user.HasAccount() && !user.HasPassword();

    public static bool HasAccount(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == Stamp);

    public static bool OwesSecondFactor(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == Due);

    /// <summary>Staff sell on their own till only.</summary>
    public static Failure? SellsAt(this ClaimsPrincipal user, string till) => user.Elsewhere(Places.Till, till);

    /// <summary>Staff admit at their own site's gate only.</summary>
    public static Failure? StandsAt(this ClaimsPrincipal user, string gate) => user.Elsewhere(Places.Gate, gate);
}
