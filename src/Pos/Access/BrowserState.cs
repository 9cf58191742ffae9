using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;

namespace Tourism.Pos.Access;

/// <summary>
/// What somebody at the door was asked, kept sealed in their own browser until they answer: no host has to remember strangers, and nobody can
/// hand their own answer to another person's browser.
/// </summary>
internal sealed class BrowserState(IDataProtectionProvider protection, IOptions<TourismOptions> options)
{
    public const string AddingPasskey = "passkey-adding";
    public const string ShowingPasskey = "passkey-sign-in";
    public const string CodeAfterOpenId = "openid-code";
    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(5);
    private const string Path = "/api/v1/session";

    public void Keep(HttpContext http, string use, string state) =>
        http.Response.Cookies.Append(Name(use), Seal(use).Protect(state, Lives), Cookie(http));

    /// <summary>The state; <c>null</c> when there is none or it is too old.</summary>
    public string? Find(HttpContext http, string use)
    {
        if (http.Request.Cookies[Name(use)] is not { } kept)
            return null;
        try
        {
            return Seal(use).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            // Too old, or made elsewhere: the same as none.
            return null;
        }
    }

    /// <summary>The state, given out to one answer.</summary>
    public string? Take(HttpContext http, string use)
    {
        http.Response.Cookies.Delete(Name(use), Cookie(http));
        return Find(http, use);
    }

    private static string Name(string use) => "tourism-" + use;

    private CookieOptions Cookie(HttpContext http) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Path = Path, MaxAge = Lives, IsEssential = true,
        Secure = http.Request.IsHttps || options.Value.Mode == TourismMode.Production,
    };

    private ITimeLimitedDataProtector Seal(string use) => protection.CreateProtector(nameof(BrowserState), use).ToTimeLimitedDataProtector();
}
