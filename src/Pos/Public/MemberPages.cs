using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Points.Contracts;

namespace Tourism.Pos.Public;

/// <summary>What the members' page shows.</summary>
/// <param name="Account">What people call their account with the provider; <c>null</c> where members cannot sign in.</param>
/// <param name="SignedIn">Somebody is signed in.</param>
/// <param name="Card">The card that is theirs; <c>null</c> when they have not shown one yet.</param>
/// <param name="Said">What has just happened, as a key of the page's texts.</param>
public sealed record MemberPageView(LocalText? Account, bool SignedIn, CardView? Card, string? Said);

/// <summary>Shows members their page, whatever has happened: a refusal is a sentence on it.</summary>
internal sealed class MemberPages(PublicPages pages, IMemberLogins logins, IPointsWallet wallet)
{
    public const string NotSignedIn = "not-signed-in";
    public const string TooManyTries = "too-many-tries";
    public const string ProviderAway = "provider-away";
    private static readonly string[] Sayable = [MemberSession.Refused, "linked", "unlinked", "signed-out"];

    /// <summary>Members can sign in here.</summary>
    public bool IsOn => logins.Account is not null;

    public async Task<IResult> ShowAsync(HttpContext context, string? said = null, int status = StatusCodes.Status200OK)
    {
        var (frame, member) = (await pages.FrameAsync(context), await MemberAsync(context));
        var card = member is null ? null : await logins.FindAsync(member, context.RequestAborted);
        var view = new MemberPageView(logins.Account, member is not null, card, said ?? Array.Find(Sayable, one => one == context.Request.Query[MemberSession.Said]));
        return PublicPages.Show<MemberPage>(context, frame, new() { ["View"] = view }, status);
    }

    public static IResult GoBack(HttpContext context, string said) =>
        PublicPages.GoTo(context, $"{MemberSession.Page}?lang={Languages.OfVisitor(context)}&{MemberSession.Said}={said}");

    public async Task<IResult> MissingAsync(HttpContext context) => PublicPages.Missing(context, await pages.FrameAsync(context));

    /// <summary>What anybody sees who has the card; a member who has shown none so far may say that it is theirs.</summary>
    public async Task<IResult> ShowCardAsync(HttpContext context, string token)
    {
        if (await wallet.FindCardAsync(token, context.RequestAborted) is not { } card)
            return await MissingAsync(context);
        var offer = await MemberAsync(context) is { } member && await logins.FindAsync(member, context.RequestAborted) is null ? logins.Account : null;
        return PublicPages.Show<CardPage>(context, await pages.FrameAsync(context), new() { ["Card"] = card, ["Offer"] = offer });
    }

    /// <summary>A session that has ended: the page, where one may sign in again.</summary>
    public async Task AskToSignInAsync(HttpContext context) => await (IsOn
        ? await ShowAsync(context, NotSignedIn, StatusCodes.Status401Unauthorized)
        : await MissingAsync(context)).ExecuteAsync(context);

    private async Task<ClaimsPrincipal?> MemberAsync(HttpContext context) =>
        IsOn ? (await context.AuthenticateAsync(MemberSession.Scheme)).Principal : null;
}

internal static class MemberPageServices
{
    public static IServiceCollection AddMemberPages(this IServiceCollection services)
    {
        services.Configure<CookieAuthenticationOptions>(MemberSession.Scheme, cookie => cookie.Events.OnRedirectToLogin = refused =>
            refused.HttpContext.RequestServices.GetRequiredService<MemberPages>().AskToSignInAsync(refused.HttpContext));
        return services.AddSingleton<MemberPages>();
    }
}
