using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>A host of Mine City with one person for each role, called as the role, who has nothing but that.</summary>
public sealed class RolePeople : IAsyncLifetime
{
    /// <summary>Somebody who should not have been given both.</summary>
    public const string SellingAuditor = "selling-auditor";

    /// <summary>Sells at the cave.</summary>
    public const string CaveCounter = "cave-counter";

    /// <summary>Stands at the cave's main gate.</summary>
    public const string CaveGate = "cave-gate";

    private readonly TemporaryFolder _folder = new();
    private HostProcess _host = null!;
    private CityLogin _login = null!;

    internal Uri Url => _host.Url;

    /// <summary>The cookie of a member of the points programme.</summary>
    internal string Member { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Needs.Host();
        var city = _folder.Path("city");
        Directory.CreateDirectory(city);
        foreach (var file in Directory.EnumerateFiles(Repository.Path("src", "Pos", "Cities", "mine-city")))
            File.Copy(file, Path.Combine(city, Path.GetFileName(file)));
        // Without a till: whoever signs in at one makes a device of the browser, and could do what that may.
        var people = Roles.All.Select(role => Person(role, null, role)).Append(Person(SellingAuditor, null, Roles.Auditor, Roles.ShopOwner)).Append(Person(Roles.Device, "momiji-1", Roles.ShopStaff))
            .Append(new PersonView(CaveCounter, new LocalText(CaveCounter), [Roles.TicketStaff], "akiyoshido", "akiyoshido-1", null))
            .Append(new PersonView(CaveGate, new LocalText(CaveGate), [Roles.GateStaff], "akiyoshido", null, "main"))
            .Concat(Roles.All.Select(role => new PersonView(AtTheFarm(role), new LocalText(role), [role], "trout-farm", "farm-1", "kagekiyodo-main")));
        await File.WriteAllTextAsync(Path.Combine(city, "people.demo.json"), JsonSerializer.Serialize(people, Json.Options));
        _login = await CityLogin.StartAsync();
        _host = await HostProcess.StartAsync(
            new HostSettings(_folder.Path("data")).AtLocalhost().With(_login.MemberSettings()).With([KeyValuePair.Create("Tourism__CityDirectory", city)]));
        _login.Serve(_host.Url);
        _login.Subject = "m-1001";
        using var browser = new Surfer(_host.Url);
        await browser.GoAsMemberAsync();
        Member = browser.Cookie("tourism-member");
    }

    /// <summary>Somebody with the role at the trout farm.</summary>
    public static string AtTheFarm(string role) => role + "-farm";

    private static PersonView Person(string code, string? till, params string[] roles) => new(code, new LocalText(code), roles, "momiji", till, null);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _login.DisposeAsync();
        _folder.Dispose();
    }
}
