using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Pos.Http;

namespace Tourism.Pos.Access.OpenId;

/// <summary>Section <c>Tourism:OpenIdConnect</c>: the city's own accounts as another way to sign in. Left empty, there is none.</summary>
internal sealed class OpenIdOptions
{
    /// <summary>Address of the provider, without <c>/.well-known/…</c>.</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    /// <summary>From the environment; or see <see cref="ClientSecretFile"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file with the secret and nothing else.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>What the button calls such an account, in Japanese.</summary>
    public string NameJa { get; set; } = "市のアカウント";

    /// <summary>What the button calls such an account, in English.</summary>
    public string NameEn { get; set; } = "city account";

    /// <summary>A sign-in that the provider says took several factors (<c>amr</c> holds <c>mfa</c>) needs no second factor here.</summary>
    public bool TrustsSecondFactor { get; set; }

    public bool IsOn => !string.IsNullOrWhiteSpace(Authority);

    public LocalText? Name => IsOn ? new LocalText(NameJa, NameEn) : null;

    public string Secret => SecretFile.Read(ClientSecret, ClientSecretFile)!;
}

/// <summary>Refuses a provider that cannot be used or trusted, all reasons at once.</summary>
internal sealed class OpenIdOptionsValidator : IValidateOptions<OpenIdOptions>
{
    public ValidateOptionsResult Validate(string? name, OpenIdOptions options)
    {
        var errors = (options.IsOn ? Errors(options) : []).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    public static bool IsLoopback(string authority) => Uri.TryCreate(authority, UriKind.Absolute, out var address) && SecretFile.IsThisMachine(address.Host);

    private static IEnumerable<string> Errors(OpenIdOptions options)
    {
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLoopback(options.Authority!))))
            yield return $"Tourism:OpenIdConnect:Authority '{options.Authority}' is no https address. Give the provider's, for example https://login.city.example.";
        if (string.IsNullOrWhiteSpace(options.ClientId))
            yield return "Tourism:OpenIdConnect:ClientId is empty. Register this installation with the provider and give the id it was given.";
        if (SecretFile.Error("Tourism:OpenIdConnect:ClientSecretFile", options.ClientSecretFile) is { } unreadable)
            yield return unreadable;
        if (string.IsNullOrEmpty(options.ClientSecret) && string.IsNullOrWhiteSpace(options.ClientSecretFile))
            yield return "Tourism:OpenIdConnect:ClientSecret is empty. Set Tourism__OpenIdConnect__ClientSecret, or …__ClientSecretFile to a file that holds it.";
        if (string.IsNullOrWhiteSpace(options.NameJa) || string.IsNullOrWhiteSpace(options.NameEn))
            yield return "Tourism:OpenIdConnect:NameJa or NameEn is empty. Say what people call their account with the provider.";
    }
}
