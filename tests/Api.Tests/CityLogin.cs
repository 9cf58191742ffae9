using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Tourism.Api.Tests;

/// <summary>The city's accounts: an OpenIddict server over real HTTP that signs in whoever a test says, and insists on PKCE.</summary>
internal sealed class CityLogin : IAsyncDisposable
{
    private const string Client = "tourism";
    private const string Secret = "Stadtgeheimnis";
    private readonly WebApplication _app;

    private CityLogin(WebApplication app) => _app = app;

    /// <summary>Who is signed in at the provider.</summary>
    public string Subject { get; set; } = "";

    /// <summary>How the provider says it made sure.</summary>
    public string[] Methods { get; set; } = ["pwd"];

    /// <summary>Where it may send staff back to.</summary>
    public string Return { get; set; } = "";

    /// <summary>Where it may send members back to.</summary>
    public string MemberReturn { get; set; } = "";

    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Settings by which a host uses it.</summary>
    public Dictionary<string, string> Settings(bool trusts = false) => new()
    {
        ["Tourism__OpenIdConnect__Authority"] = Url.ToString(),
        ["Tourism__OpenIdConnect__ClientId"] = Client,
        ["Tourism__OpenIdConnect__ClientSecret"] = Secret,
        ["Tourism__OpenIdConnect__TrustsSecondFactor"] = $"{trusts}",
    };

    /// <summary>Settings by which a host lets members in by it.</summary>
    public Dictionary<string, string> MemberSettings() => new()
    {
        ["Tourism__Members__OpenId__Authority"] = Url.ToString(),
        ["Tourism__Members__OpenId__ClientId"] = Client,
        ["Tourism__Members__OpenId__ClientSecret"] = Secret,
    };

    /// <summary>It knows the host now.</summary>
    public void Serve(Uri host) => (Return, MemberReturn) = (new Uri(host, "/api/v1/session/openid/return").ToString(), new Uri(host, "/points/sign-in/return").ToString());

    public static async Task<CityLogin> StartAsync()
    {
        CityLogin? login = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode().SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(asked => CheckAsync(asked, login!)));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(CheckAsync));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(asked => SignInAsync(asked, login!)));
        });
        var app = builder.Build();
        login = new CityLogin(app);
        app.UseAuthentication();
        await app.StartAsync();
        return login;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static ValueTask CheckAsync(ValidateAuthorizationRequestContext asked, CityLogin login)
    {
        if (asked.ClientId != Client || (asked.RedirectUri != login.Return && asked.RedirectUri != login.MemberReturn))
            asked.Reject(Errors.InvalidRequest, "This client may not be sent there.");
        return default;
    }

    private static ValueTask CheckAsync(ValidateTokenRequestContext asked)
    {
        if (asked.ClientId != Client || asked.ClientSecret != Secret)
            asked.Reject(Errors.InvalidClient, "This is not the client.");
        return default;
    }

    private static ValueTask SignInAsync(HandleAuthorizationRequestContext asked, CityLogin login)
    {
        var identity = new ClaimsIdentity("city", Claims.Name, Claims.Role);
        identity.AddClaim(new Claim(Claims.Subject, login.Subject).SetDestinations(Destinations.IdentityToken));
        foreach (var method in login.Methods)
            identity.AddClaim(new Claim(Claims.AuthenticationMethodReference, method).SetDestinations(Destinations.IdentityToken));
        asked.Principal = new ClaimsPrincipal(identity);
        asked.Principal.SetScopes(asked.Request.GetScopes());
        return default;
    }
}
