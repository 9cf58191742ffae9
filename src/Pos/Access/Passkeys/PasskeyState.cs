using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;

namespace Tourism.Pos.Access.Passkeys;

/// <summary>
/// What the browser was asked for, kept sealed in that browser until it answers: no host has to remember strangers, and nobody can hand
/// their own answer to another person's browser.
/// </summary>
internal sealed class PasskeyState(IDataProtectionProvider protection, IOptions<TourismOptions> options)
{
    public const string Adding = "adding";
    public const string SignIn = "sign-in";
    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(5);
    private const string Path = "/api/v1/session";

    public void Keep(HttpContext http, string use, string state) =>
        http.Response.Cookies.Append(Name(use), Seal(use).Protect(state, Lives), Options(http));

    /// <summary>The state, given out to one answer; <c>null</c> when there is none or it is too old.</summary>
    public string? Take(HttpContext http, string use)
    {
        http.Response.Cookies.Delete(Name(use), Options(http));
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

    private static string Name(string use) => "tourism-passkey-" + use;

    private CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Path = Path, MaxAge = Lives, IsEssential = true,
        Secure = http.Request.IsHttps || options.Value.Mode == TourismMode.Production,
    };

    private ITimeLimitedDataProtector Seal(string use) => protection.CreateProtector("passkey", use).ToTimeLimitedDataProtector();
}
