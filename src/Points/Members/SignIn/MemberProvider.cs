using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.AspNetCore.WebUtilities;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.SignIn;
using Tourism.Points.Contracts;

namespace Tourism.Points.Members.SignIn;

/// <summary>Section <c>Tourism:Members:OpenId</c>: accounts of residents by which members sign in.</summary>
internal sealed class MemberProvider : ProviderOptions
{
    public const string Section = "Tourism:Members:OpenId";

    /// <summary>What the button calls such an account, in Korean.</summary>
    public string NameKo { get; set; } = "시 계정";

    /// <summary>The same in traditional Chinese.</summary>
    public string NameZhHant { get; set; } = "市府帳號";

    /// <summary>The same in simplified Chinese.</summary>
    public string NameZhHans { get; set; } = "市政府账号";

    protected override LocalText Words => new(NameJa, NameEn, NameKo, NameZhHant, NameZhHans);
}

/// <summary>How members leave for the provider and come back, always to their page.</summary>
internal sealed class MemberFlow(IOptions<MemberProvider> provider, IOptions<TourismOptions> installation, PublicRoot root)
    : ProviderFlow<MemberProvider>(new ProviderDoor(MemberSession.Provider, MemberSession.Callback, MemberSession.Scheme), provider, installation, root)
{
    protected override async Task TakeAsync(TicketReceivedContext context)
    {
        var key = new Claim(MemberClaims.Account, ProviderSignIn.KeyOf(context.Principal!));
        await context.HttpContext.SignInAsync(MemberSession.Scheme, new ClaimsPrincipal(new ClaimsIdentity([key], MemberSession.Scheme)));
        context.Response.Redirect(PageOf(context.Properties));
    }

    protected override Task RefuseAsync(RemoteFailureContext context)
    {
        context.Response.Redirect(QueryHelpers.AddQueryString(PageOf(context.Properties), MemberSession.Said, MemberSession.Refused));
        return Task.CompletedTask;
    }

    private static string PageOf(AuthenticationProperties? left) => left?.Items.TryGetValue(MemberSession.Language, out var language) == true && Language.IsKnown(language)
        ? QueryHelpers.AddQueryString(MemberSession.Page, MemberSession.Language, language!)
        : MemberSession.Page;
}

internal static class MemberClaims
{
    /// <summary>The one thing a session says: which account of the provider. Whose card that is, is asked each time.</summary>
    public const string Account = "member-account";

    public static string Key(this ClaimsPrincipal member) => member.FindFirstValue(Account)!;
}
