using System.Net;
using Tourism.Kernel.Server.Hosting;
using Tourism.Testing;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>What an installation refuses to start without, and what does not exist in production.</summary>
public sealed class StartTests(SqliteFixture database) : IClassFixture<SqliteFixture>
{
    private Dictionary<string, string> Production => new()
    {
        ["Tourism__Database__ConnectionString"] = database.ConnectionString,
        ["Tourism__PublicUrl"] = "https://pay.city.example",
        ["Tourism__Tickets__KeyFile"] = NewInstallation.TicketKey(database.Folder),
        ["Tourism__Stripe__ApiKey"] = "rk_live_only_for_this_test",
        ["Tourism__Stripe__WebhookSecrets__0"] = "whsec_only_for_this_test",
        ["Tourism__Mail__Off"] = "true",
    };

    [Fact]
    public async Task Start_ProductionWithNothingConfigured_NamesEverythingThatIsMissing()
    {
        Needs.Host();
        var (exit, log) = await HostProcess.RunToEndAsync(new HostSettings(database.Folder) { Mode = TourismMode.Production });

        Assert.NotEqual(0, exit);
        foreach (var setting in new[] { "Tourism:Database:ConnectionString", "Tourism:PublicUrl", "Tourism:Tickets:KeyFile", "Tourism:Stripe:ApiKey", "Tourism:Mail:Host" })
            Assert.Contains(setting, log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tourism__PublicUrl", "http://pay.city.example", "Tourism:PublicUrl")]
    [InlineData("Tourism__PublicUrl", "https://pay.city.example/path", "Tourism:PublicUrl")]
    [InlineData("Tourism__Tickets__KeyFile", "/nowhere/ticket.pem", "Tourism:Tickets:KeyFile")]
    [InlineData("Tourism__SecretsDirectory", "/nowhere", "Tourism:SecretsDirectory")]
    [InlineData("Tourism__CityDirectory", "/nowhere", "Tourism:CityDirectory")]
    [InlineData("Tourism__Stripe__ApiKey", "sk_test_1", "Tourism:Stripe:ApiKey")]
    [InlineData("Tourism__Stripe__ApiBase", "http://localhost:1", "Tourism:Stripe:ApiBase")]
    [InlineData("Tourism__Mail__Off", "false", "Tourism:Mail:Host")]
    [InlineData("Tourism__OpenIdConnect__Authority", "http://login.city.example", "Tourism:OpenIdConnect:Authority")]
    public async Task Start_ProductionWithAWrongSetting_SaysWhatToChange(string name, string value, string named)
    {
        Needs.Host();
        var settings = new HostSettings(database.Folder) { Mode = TourismMode.Production, Environment = new Dictionary<string, string>(Production) { [name] = value } };

        var (exit, log) = await HostProcess.RunToEndAsync(settings);

        Assert.NotEqual(0, exit);
        Assert.Contains(named, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ProductionWithItsSecretsInFiles_ReadsThem()
    {
        Needs.Host();
        using var secrets = new TemporaryFolder();
        var settings = Production;
        await File.WriteAllTextAsync(secrets.Path("Tourism__Stripe__ApiKey"), settings["Tourism__Stripe__ApiKey"] + "\n");
        settings.Remove("Tourism__Stripe__ApiKey");
        settings["Tourism__SecretsDirectory"] = secrets.FullName;

        await using var host = await HostProcess.StartAsync(new HostSettings(database.Folder) { Mode = TourismMode.Production, Environment = settings });

        Assert.False(host.HasExited);
    }

    [Fact]
    public async Task Start_Production_HasNoDemoPeopleAndNoSandbox()
    {
        Needs.Host();
        await using var host = await HostProcess.StartAsync(new HostSettings(database.Folder) { Mode = TourismMode.Production, Environment = Production });
        using var somebody = Staff.Nobody(host.Url);

        var session = await somebody.GetAsync<Pos.Shared.Wire.SessionView>("/api/v1/session");
        using var signIn = await somebody.SendAsync(HttpMethod.Post, "/api/v1/session", new Pos.Shared.Wire.SignInRequest("hanako"));
        using var sandbox = await somebody.SendAsync(HttpMethod.Get, "/sandbox/stripe/v1/events");
        using var letters = await somebody.SendAsync(HttpMethod.Get, "/api/v1/letters");
        using var home = await host.Client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(("production", 0), (session.Mode, session.DemoPeople.Count));
        Assert.Equal(HttpStatusCode.BadRequest, signIn.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, sandbox.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, letters.StatusCode);
        Assert.DoesNotContain("class=\"mark\"", await home.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SecondHostOnTheSameFolder_IsRefused()
    {
        Needs.Host();
        using var folder = new TemporaryFolder();
        await using var first = await HostProcess.StartAsync(new HostSettings(folder.FullName));

        var (exit, log) = await HostProcess.RunToEndAsync(new HostSettings(folder.FullName));

        Assert.NotEqual(0, exit);
        Assert.Contains("Another host is running", log, StringComparison.Ordinal);
    }
}
