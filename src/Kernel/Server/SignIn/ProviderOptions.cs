using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;

namespace Tourism.Kernel.Server.SignIn;

/// <summary>A provider of accounts (OpenID Connect) as an installation names it. Left empty, there is none.</summary>
public abstract class ProviderOptions
{
    /// <summary>Address of the provider, without <c>/.well-known/…</c>.</summary>
    public string? Authority { get; set; }

    /// <summary>What the provider calls this installation.</summary>
    public string? ClientId { get; set; }

    /// <summary>From the environment; or see <see cref="ClientSecretFile"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file with the secret and nothing else.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>What the button calls such an account, in Japanese.</summary>
    public string NameJa { get; set; } = "市のアカウント";

    /// <summary>What the button calls such an account, in English.</summary>
    public string NameEn { get; set; } = "city account";

    /// <summary>There is a provider.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Authority);

    /// <summary>What people call such an account; <c>null</c> without a provider.</summary>
    public LocalText? Name => IsOn ? Words : null;

    /// <summary>The secret, wherever it stands.</summary>
    public string Secret => SecretFile.Read(ClientSecret, ClientSecretFile)!;

    /// <summary>The provider is on this machine, so nobody listens between.</summary>
    public bool IsLoopback => Uri.TryCreate(Authority, UriKind.Absolute, out var address) && SecretFile.IsThisMachine(address.Host);

    /// <summary>What people call such an account.</summary>
    protected virtual LocalText Words => new(NameJa, NameEn);
}

/// <summary>Refuses a provider that cannot be used or trusted, all reasons at once.</summary>
/// <param name="section">Where the options stand, for example <c>Tourism:OpenIdConnect</c>.</param>
public sealed class ProviderValidator<T>(string section) : IValidateOptions<T> where T : ProviderOptions
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var errors = (options.IsOn ? Errors(options) : []).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> Errors(T options)
    {
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && options.IsLoopback)))
            yield return $"{section}:Authority '{options.Authority}' is no https address. Give the provider's, for example https://login.city.example.";
        if (string.IsNullOrWhiteSpace(options.ClientId))
            yield return $"{section}:ClientId is empty. Register this installation with the provider and give the id it was given.";
        if (SecretFile.Error($"{section}:ClientSecretFile", options.ClientSecretFile) is { } unreadable)
            yield return unreadable;
        if (string.IsNullOrEmpty(options.ClientSecret) && string.IsNullOrWhiteSpace(options.ClientSecretFile))
            yield return $"{section}:ClientSecret is empty. Set {section.Replace(":", "__", StringComparison.Ordinal)}__ClientSecret, or …__ClientSecretFile to a file that holds it.";
        if (string.IsNullOrWhiteSpace(options.NameJa) || string.IsNullOrWhiteSpace(options.NameEn))
            yield return $"{section}:NameJa or NameEn is empty. Say what people call their account with the provider.";
    }
}
