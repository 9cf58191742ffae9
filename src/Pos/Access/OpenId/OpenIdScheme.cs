using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Http;

namespace Tourism.Pos.Access.OpenId;

/// <summary>Code flow with PKCE, state and nonce, by ASP.NET's own handler. Where no provider is configured the handler is not even there.</summary>
internal sealed class OpenIdScheme(IOptions<OpenIdOptions> provider, IOptions<TourismOptions> installation, PublicAddress address, OpenIdReturn back)
    : IConfigureOptions<AuthenticationOptions>, IConfigureNamedOptions<OpenIdConnectOptions>
{
    public const string Name = "OpenId";
    private const string Callback = "/api/v1/session/openid/return";

    public void Configure(AuthenticationOptions options)
    {
        if (provider.Value.IsOn)
            options.AddScheme<OpenIdConnectHandler>(Name, null);
    }

    public void Configure(OpenIdConnectOptions options) => Configure(Name, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        var theirs = provider.Value;
        (options.Authority, options.ClientId, options.ClientSecret) = (theirs.Authority, theirs.ClientId, theirs.Secret);
        options.RequireHttpsMetadata = !OpenIdOptionsValidator.IsLoopback(theirs.Authority!);
        (options.ResponseType, options.ResponseMode, options.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        options.Scope.Clear();
        options.Scope.Add(OpenIdConnectScope.OpenId);
        (options.MapInboundClaims, options.SaveTokens, options.GetClaimsFromUserInfoEndpoint) = (false, false, false);
        (options.CallbackPath, options.SignInScheme) = (Callback, People.Scheme);
        (options.SignedOutCallbackPath, options.RemoteSignOutPath) = (Callback + "/out", PathString.Empty);
        options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
        // The handler would drop it; a subject means something only together with who says it.
        options.ClaimActions.Remove("iss");
        Harden(options.CorrelationCookie);
        Harden(options.NonceCookie);
        options.Events.OnRedirectToIdentityProvider = leaving =>
        {
            // Whatever host name a caller or a proxy claims.
            leaving.ProtocolMessage.RedirectUri = address.Root + Callback;
            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = back.TakeAsync;
        options.Events.OnRemoteFailure = back.RefuseAsync;
    }

    /// <summary>Lax, because the browser comes back from the provider's site.</summary>
    private void Harden(CookieBuilder cookie)
    {
        (cookie.SameSite, cookie.HttpOnly, cookie.IsEssential) = (SameSiteMode.Lax, true, true);
        cookie.SecurePolicy = installation.Value.Mode == TourismMode.Production ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}

internal static class OpenIdServices
{
    public static IServiceCollection AddOpenId(this IServiceCollection services)
    {
        services.AddOptions<OpenIdOptions>().BindConfiguration("Tourism:OpenIdConnect").ValidateOnStart();
        services.AddSingleton<IValidateOptions<OpenIdOptions>, OpenIdOptionsValidator>();
        services.AddTransient<OpenIdConnectHandler>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddSingleton<IConfigureOptions<AuthenticationOptions>, OpenIdScheme>().AddSingleton<IConfigureOptions<OpenIdConnectOptions>, OpenIdScheme>();
        return services.AddSingleton<OpenIdReturn>().AddSingleton<EnterByOpenId>().AddSingleton<LinkOpenId>().AddSingleton<CodeAfterOpenId>();
    }
}
