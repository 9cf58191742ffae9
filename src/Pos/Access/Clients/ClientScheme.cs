using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;

namespace Tourism.Pos.Access.Clients;

/// <summary>Signs a connected system in for one call, by the key in <c>Authorization: Bearer</c>. It has scopes and no role.</summary>
internal sealed class ClientScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, ClientBoard board)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Client";

    /// <summary>Claim of what it may do; one for each of <see cref="Scopes"/>.</summary>
    public const string Scope = "scope";

    /// <summary>Claim of how many calls a minute it has.</summary>
    public const string PerMinute = "per-minute";

    private const string Bearer = "Bearer ";

    /// <summary>True for a call that shows a key.</summary>
    public static bool ShowsKey(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    /// <summary>How facts and the trail name it; no person can have this name.</summary>
    public static string PersonOf(Client client) => $"client:{client.Id}";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var key = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        return await board.FindAsync(key, Context.RequestAborted) is { } client
            ? AuthenticateResult.Success(new AuthenticationTicket(Principal(client), Name))
            : AuthenticateResult.Fail("The key opens nothing.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.WriteAsync(new WrongKey(), StatusCodes.Status401Unauthorized, Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problems.WriteAsync(new NotInScope(), StatusCodes.Status403Forbidden, Context);

    private static ClaimsPrincipal Principal(Client client)
    {
        var identity = new ClaimsIdentity(Name, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, PersonOf(client)));
        identity.AddClaim(new Claim(ClaimTypes.Name, client.Name));
        identity.AddClaims(client.Scopes.Split(' ').Select(scope => new Claim(Scope, scope)));
        identity.AddClaim(new Claim(PerMinute, client.PerMinute.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(Places.Site, client.Site ?? Places.Everywhere));
        if (client.Till is not null)
            identity.AddClaim(new Claim(Places.Till, client.Till));
        else if (client.Site is null)
            identity.AddClaim(new Claim(Places.Till, Places.Everywhere));
        return new ClaimsPrincipal(identity);
    }

    private sealed record WrongKey() : Failure(
        "wrong-key", FailureKind.Forbidden, "この API キーは使えません。期限・失効を確かめ、必要なら管理者に新しいキーを頼んでください。",
        "This API key opens nothing. It may have expired or been ended; ask an administrator for a new one.");

    private sealed record NotInScope() : Failure(
        "not-in-scope", FailureKind.Forbidden, "この API キーの範囲(スコープ)に含まれない操作です。", "The scopes of this API key do not allow this.");
}

internal static class Systems
{
    /// <summary>A connected system that sells on this till.</summary>
    public static bool IsSystemAt(this ClaimsPrincipal user, string till) =>
        user.Identity is { AuthenticationType: ClientScheme.Name } && user.HasClaim(Places.Till, till);
}
