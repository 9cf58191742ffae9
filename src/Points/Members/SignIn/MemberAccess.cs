using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.SignIn;
using Tourism.Points.Contracts;

namespace Tourism.Points.Members.SignIn;

internal static class MemberAccess
{
    private static readonly TimeSpan Lives = TimeSpan.FromHours(12);

    /// <summary>A cookie of its own, which only the members' policy reads: everywhere else a member is a visitor.</summary>
    public static IServiceCollection AddMemberSignIn(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(MemberSession.Scheme, cookie =>
        {
            (cookie.Cookie.Name, cookie.Cookie.Path, cookie.Cookie.HttpOnly) = ("tourism-member", "/", true);
            // Lax: whoever reads the QR code of the card with the phone's camera is to be known.
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (Lives, false);
        });
        services.AddOptions<CookieAuthenticationOptions>(MemberSession.Scheme).Configure<IOptions<TourismOptions>>((cookie, options) =>
            cookie.Cookie.SecurePolicy = options.Value.CookiePolicy);
        services.AddAuthorizationBuilder().AddPolicy(MemberSession.Policy, new AuthorizationPolicyBuilder(MemberSession.Scheme).RequireClaim(MemberClaims.Account).Build());
        services.AddProvider<MemberProvider, MemberFlow>(MemberProvider.Section);
        return services.AddSingleton<MemberLogins>().AddSingleton<IMemberLogins>(provider => provider.GetRequiredService<MemberLogins>());
    }
}
