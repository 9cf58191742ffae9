using System.Security.Claims;
using Tourism.Kernel.Server.SignIn;
using Tourism.Pos.Access.OpenId;

namespace Tourism.Pos.Tests.Access;

public sealed class OpenIdOptionsTests
{
    private static OpenIdOptions Good => new() { Authority = "https://login.city.example", ClientId = "tourism", ClientSecret = "x" };

    [Fact]
    public void Validate_NothingSet_IsGoodAndOff()
    {
        Assert.Empty(Errors(new()));
        Assert.Null(new OpenIdOptions().Name);
    }

    [Fact]
    public void Validate_EverythingSet_IsGoodAndNamed()
    {
        Assert.Empty(Errors(Good));
        Assert.Equal("city account", Good.Name!.En);
    }

    [Theory]
    [InlineData("http://login.city.example", 1)]
    [InlineData("login.city.example", 1)]
    [InlineData("http://127.0.0.1:5000", 0)]
    [InlineData("http://127.0.0.1.thief.example", 1)]
    public void Validate_AuthorityInClear_IsForThisMachineOnly(string authority, int errors)
    {
        var options = Good;
        options.Authority = authority;

        Assert.Equal(errors, Errors(options).Count());
    }

    [Fact]
    public void Validate_SeveralMistakes_NamesThemAll() => Assert.Equal(
        ["Authority", "ClientId", "ClientSecretFile", "NameJa"],
        Errors(new() { Authority = "x", ClientSecretFile = "/nowhere", NameJa = "" }).Select(error => error.Split(':', ' ')[2]));

    /// <summary>Two providers may both know a subject "7".</summary>
    [Fact]
    public void Identity_OfTheSameSubjectElsewhere_IsAnother() =>
        Assert.NotEqual(CityIdentity.Of(Told("https://a.example", "7"), Good).Key, CityIdentity.Of(Told("https://b.example", "7"), Good).Key);

    [Theory]
    [InlineData(true, "mfa", true)]
    [InlineData(true, "pwd", false)]
    [InlineData(false, "mfa", false)]
    public void Identity_IsProven_WhenATrustedProviderSaysSo(bool trusts, string method, bool proven)
    {
        var options = Good;
        options.TrustsSecondFactor = trusts;

        Assert.Equal(proven, CityIdentity.Of(Told("https://a.example", "7", "pwd", method), options).Proven);
    }

    private static ClaimsPrincipal Told(string issuer, string subject, params string[] methods) =>
        new(new ClaimsIdentity([new("iss", issuer), new("sub", subject), .. methods.Select(method => new Claim("amr", method))]));

    private static IEnumerable<string> Errors(OpenIdOptions options) => new ProviderValidator<OpenIdOptions>(OpenIdOptions.Section).Validate(null, options).Failures ?? [];
}
