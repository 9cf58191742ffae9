using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Tourism.Kernel.Server.Hosting;

namespace Tourism.Kernel.Server.SignIn;

/// <summary>Names of one way to sign in by a provider.</summary>
/// <param name="Scheme">The scheme that leaves for the provider.</param>
/// <param name="Callback">Where the provider sends people back to; registered with it.</param>
/// <param name="SignInScheme">The scheme whose cookie they get.</param>
public sealed record ProviderDoor(string Scheme, string Callback, string SignInScheme);

/// <summary>Code flow with PKCE, state and nonce, by ASP.NET's own handler. Where no provider is configured the handler is not even there.</summary>
/// <param name="door">Its names.</param>
/// <param name="provider">The provider.</param>
/// <param name="installation">What it is for.</param>
/// <param name="root">Where people reach it.</param>
public abstract class ProviderFlow<T>(ProviderDoor door, IOptions<T> provider, IOptions<TourismOptions> installation, PublicRoot root)
    : IConfigureOptions<AuthenticationOptions>, IConfigureNamedOptions<OpenIdConnectOptions> where T : ProviderOptions
{
    /// <inheritdoc/>
    public void Configure(AuthenticationOptions options)
    {
        if (provider.Value.IsOn)
            options.AddScheme<OpenIdConnectHandler>(door.Scheme, null);
    }

    /// <inheritdoc/>
    public void Configure(OpenIdConnectOptions options) => Configure(Options.DefaultName, options);

    /// <inheritdoc/>
    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name != door.Scheme)
            return;
        var theirs = provider.Value;
        (options.Authority, options.ClientId, options.ClientSecret) = (theirs.Authority, theirs.ClientId, theirs.Secret);
        options.RequireHttpsMetadata = !theirs.IsLoopback;
        (options.ResponseType, options.ResponseMode, options.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        options.Scope.Clear();
        options.Scope.Add(OpenIdConnectScope.OpenId);
        (options.MapInboundClaims, options.SaveTokens, options.GetClaimsFromUserInfoEndpoint) = (false, false, false);
        (options.CallbackPath, options.SignInScheme) = (door.Callback, door.SignInScheme);
        (options.SignedOutCallbackPath, options.RemoteSignOutPath) = (door.Callback + "/out", PathString.Empty);
        options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
        // The handler would drop it; a subject means something only together with who says it.
        options.ClaimActions.Remove("iss");
        Harden(options.CorrelationCookie);
        Harden(options.NonceCookie);
        Guide(options.Events);
    }

    /// <summary>Somebody whom the provider has sent back. Answers the request.</summary>
    protected abstract Task TakeAsync(TicketReceivedContext context);

    /// <summary>Given up at the provider, an answer to another browser's question, or one that was tampered with. Answers the request.</summary>
    protected abstract Task RefuseAsync(RemoteFailureContext context);

    private void Guide(OpenIdConnectEvents events)
    {
        events.OnRedirectToIdentityProvider = leaving =>
        {
            // Whatever host name a caller or a proxy claims.
            leaving.ProtocolMessage.RedirectUri = root.Address + door.Callback;
            return Task.CompletedTask;
        };
        events.OnTicketReceived = context =>
        {
            context.HandleResponse();
            return TakeAsync(context);
        };
        events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            return RefuseAsync(context);
        };
    }

    /// <summary>Lax, because the browser comes back from the provider's site.</summary>
    private void Harden(CookieBuilder cookie)
    {
        (cookie.SameSite, cookie.HttpOnly, cookie.IsEssential) = (SameSiteMode.Lax, true, true);
        cookie.SecurePolicy = installation.Value.CookiePolicy;
    }
}
