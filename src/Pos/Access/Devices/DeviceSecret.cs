using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Access.Accounts;

namespace Tourism.Pos.Access.Devices;

/// <summary>The code that enrols a device once, and the credential it has from then on. The database knows their hashes only.</summary>
internal static class DeviceSecret
{
    private const int CodeDigits = 12;
    private const int CredentialBytes = 32;

    /// <summary>Digits only: somebody may have to type them on a tablet. Forty bits that live for a quarter of an hour.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString("0123456789", CodeDigits);

    public static string NewCredential() => Base32.Encode(RandomNumberGenerator.GetBytes(CredentialBytes));

    /// <summary>With or without the spaces that make the code readable.</summary>
    public static string HashOfCode(string code) => Invitation.HashOf(string.Concat(code.Where(char.IsAsciiDigit)));

    public static string HashOf(string credential) => Invitation.HashOf(credential);
}

/// <summary>The cookie by which a device is known, beside that of the person who works on it. No script can read it.</summary>
internal sealed class DeviceCookie(IOptions<TourismOptions> options)
{
    private const string Name = "tourism-device";

    /// <summary>
    /// Browsers keep a cookie for no longer. The first contact of a day renews it; later ones do not, so that an answer which is under way brings
    /// back no cookie of a device that this browser was before. A lost answer costs nothing: the next day brings another.
    /// </summary>
    private static readonly TimeSpan Lives = TimeSpan.FromDays(400);

    public static string? Read(HttpContext context) => context.Request.Cookies[Name];

    public void Write(HttpContext context, string credential) => context.Response.Cookies.Append(Name, credential, Options(context));

    private CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = options.Value.Mode == TourismMode.Production || context.Request.IsHttps,
        MaxAge = Lives,
    };
}
