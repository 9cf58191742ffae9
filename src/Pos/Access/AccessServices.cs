using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Access.Clients;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Access.OpenId;
using Tourism.Pos.Access.Passkeys;

namespace Tourism.Pos.Access;

internal static class AccessServices
{
    private const string Caller = "Caller";

    /// <summary>People sign in by cookie, connected systems by key. What does not say who may come in lets nobody in.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<DemoPeople>().AddSingleton<SessionViews>().AddAccounts().AddOpenId().AddDevices().AddClients();
        services.AddAuthentication(Caller).AddPolicyScheme(Caller, null, caller => caller.ForwardDefaultSelector = context =>
            ClientScheme.ShowsKey(context.Request) ? ClientScheme.Name : People.Scheme);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ClientScheme>(ClientScheme.Name, null).AddCookie(People.Scheme, cookie =>
        {
            cookie.Cookie.Name = "tourism";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(14);
            cookie.Events.OnValidatePrincipal = ValidateAsync;
            cookie.Events.OnRedirectToLogin = context => Problems.WriteAsync(new NotSignedIn(), StatusCodes.Status401Unauthorized, context.HttpContext);
            cookie.Events.OnRedirectToAccessDenied = context => RefuseAsync(context.HttpContext);
        });
        services.AddOptions<CookieAuthenticationOptions>(People.Scheme).Configure<IOptions<TourismOptions>>((cookie, options) =>
            cookie.Cookie.SecurePolicy = options.Value.CookiePolicy);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build())
            .SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireClaim(ClaimTypes.NameIdentifier).Build());
        return services.AddSingleton<IAuthorizationHandler, AuditorsRead>().AddSingleton<AccessTable>();
    }

    private static IServiceCollection AddClients(this IServiceCollection services) =>
        services.AddSingleton<IAuthorizationHandler, ClientsByScope>().AddSingleton<ClientBoard>().AddSingleton<KeepClients>();

    private static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity => identity.Tokens.AuthenticatorTokenProvider = TokenOptions.DefaultAuthenticatorProvider)
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>().AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddRateLimiter(SignInLimit.Configure);
        return services.AddSingleton<AccountManagers>().AddSingleton<AccountBoard>().AddSingleton<SignInByPassword>().AddSingleton<AcceptInvitation>()
            .AddSingleton<SecondFactor>().AddSingleton<ListAccounts>().AddSingleton<KeepAccount>().AddSingleton<MakeLink>().AddSingleton<LetIn>()
            .AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeyOrigin>().AddSingleton<BrowserState>().AddSingleton<AddPasskey>()
            .AddSingleton<RemovePasskey>().AddSingleton<SignInByPasskey>().AddSingleton<ISeed, InviteFirst>();
    }

    /// <summary>A cookie of an account counts as long as the account says the same, that of a demo person where there are such people.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var (user, services) = (context.Principal!, context.HttpContext.RequestServices);
        var stands = user.FindFirstValue(People.Stamp) is { } stamp
            ? await services.GetRequiredService<AccountBoard>().StandsAsync(user.Code(), stamp, context.HttpContext.RequestAborted)
            : services.GetRequiredService<DemoPeople>().Find(user.Code()) is not null;
        if (!stands || !await IsWhereItBeganAsync(user, context.HttpContext))
            context.RejectPrincipal();
    }

    /// <summary>A session that began on an enrolled device ends with it, and is good for nothing in another browser.</summary>
    private static async Task<bool> IsWhereItBeganAsync(ClaimsPrincipal user, HttpContext context) => user.BoundTo() is not { } device
        || (DeviceCookie.Read(context) is { } credential
            && await context.RequestServices.GetRequiredService<DeviceBoard>().FindAsync(credential, context.RequestAborted) is { } badge && badge.Id == device);

    /// <summary>To a device alone, what is for people says that somebody must sign in; to people, what is for devices says that one is needed.</summary>
    private static Task RefuseAsync(HttpContext context)
    {
        if (!context.User.IsPerson())
            return Problems.WriteAsync(new NotSignedIn(), StatusCodes.Status401Unauthorized, context);
        var forDevices = context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Roles == Roles.Device) ?? false;
        return Problems.WriteAsync(forDevices ? new DeviceNeeded() : new NotAllowed(), StatusCodes.Status403Forbidden, context);
    }

    private sealed record NotSignedIn() : Failure("not-signed-in", FailureKind.Forbidden, "サインインしてください。", "Sign in first.");

    private sealed record NotAllowed() : Failure(
        "not-allowed", FailureKind.Forbidden, "この操作をする役割がありません。", "Your roles do not allow this.");
}
