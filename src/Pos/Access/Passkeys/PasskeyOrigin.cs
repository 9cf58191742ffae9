using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Tourism.Pos.Http;

namespace Tourism.Pos.Access.Passkeys;

/// <summary>Passkeys belong to the public address and count from there only, whatever a proxy or a caller says.</summary>
internal sealed class PasskeyOrigin(PublicAddress address) : IConfigureOptions<IdentityPasskeyOptions>
{
    public void Configure(IdentityPasskeyOptions options)
    {
        var root = new Uri(address.Root);
        var origin = root.GetLeftPart(UriPartial.Authority);
        options.ServerDomain = root.Host;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.AttestationConveyancePreference = "none";
        options.AuthenticatorTimeout = BrowserState.Lives;
        options.ValidateOrigin = claimed => ValueTask.FromResult(!claimed.CrossOrigin && claimed.Origin == origin);
    }
}
