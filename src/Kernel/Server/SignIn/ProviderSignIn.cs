using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Tourism.Kernel.Server.SignIn;

/// <summary>Signing in by a provider of accounts, for the modules that let people in.</summary>
public static partial class ProviderSignIn
{
    /// <summary>Adds a way to sign in; its handler exists only where the section names a provider.</summary>
    /// <param name="services">The module's.</param>
    /// <param name="section">Where its options stand.</param>
    public static IServiceCollection AddProvider<T, TFlow>(this IServiceCollection services, string section)
        where T : ProviderOptions
        where TFlow : ProviderFlow<T>
    {
        services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<T>>(new ProviderValidator<T>(section));
        services.TryAddTransient<OpenIdConnectHandler>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        return services.AddSingleton<IConfigureOptions<AuthenticationOptions>, TFlow>().AddSingleton<IConfigureOptions<OpenIdConnectOptions>, TFlow>();
    }

    /// <summary>SHA-256 of issuer and subject, 64 hex digits: all that is kept of somebody's account with the provider, and never a mail address.</summary>
    /// <param name="told">What the provider told.</param>
    public static string KeyOf(ClaimsPrincipal told) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Named(told, "iss")}\n{Named(told, "sub")}")));

    /// <summary>Makes the browser leave for the provider; false when the provider's description of itself cannot be read.</summary>
    /// <param name="context">The request that is answered with where to go.</param>
    /// <param name="scheme">Which way to sign in.</param>
    /// <param name="leaving">What comes back sealed in the state.</param>
    public static async Task<bool> LeaveAsync(this HttpContext context, string scheme, AuthenticationProperties leaving)
    {
        try
        {
            await context.ChallengeAsync(scheme, leaving);
            return true;
        }
        catch (InvalidOperationException error) when (error.InnerException is not null)
        {
            NoAnswer(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProviderSignIn)), scheme, error);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The provider of {Scheme} cannot be asked")]
    private static partial void NoAnswer(ILogger log, string scheme, Exception error);

    private static string Named(ClaimsPrincipal told, string claim) =>
        told.FindFirstValue(claim) ?? throw new InvalidOperationException($"The provider's answer names no '{claim}'.");
}
