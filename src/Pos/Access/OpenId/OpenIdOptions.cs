using Tourism.Kernel.Server.SignIn;

namespace Tourism.Pos.Access.OpenId;

/// <summary>Section <c>Tourism:OpenIdConnect</c>: the city's own accounts as another way for staff to sign in.</summary>
internal sealed class OpenIdOptions : ProviderOptions
{
    public const string Section = "Tourism:OpenIdConnect";

    /// <summary>A sign-in that the provider says took several factors (<c>amr</c> holds <c>mfa</c>) needs no second factor here.</summary>
    public bool TrustsSecondFactor { get; set; }
}
