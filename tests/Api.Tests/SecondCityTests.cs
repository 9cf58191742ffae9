using System.Text.RegularExpressions;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>Another city is other data files and no other code: Kirigayu, which does not exist, sells, admits and gives points.</summary>
public sealed class SecondCityTests
{
    private static readonly DateTime Now = TimeProvider.System.UtcMicros();

    [Fact]
    public async Task Kirigayu_FromItsFilesAlone_SellsAdmitsAndGivesPoints()
    {
        Needs.Host();
        await JapaneseDay.AwayFromMidnightAsync();
        using var folder = new TemporaryFolder();
        await using var host = await HostProcess.StartAsync(new HostSettings(folder.FullName)
        {
            Environment = new Dictionary<string, string> { ["Tourism__CityDirectory"] = "Cities/kirigayu" },
        });
        using var sakura = await Staff.SignInAsync(host.Url, "sakura");

        var ticket = await SellAsync(sakura);
        await AdmitAtBothAsync(host.Url, ticket);
        await GivePointsAsync(host.Url);
        await OnlyItsOwnNamesAsync(host, ticket);
    }

    /// <summary>Its own rules: 15 who pay or come in free make a group, and a reduction takes its share of the group's price.</summary>
    private static async Task<string> SellAsync(Staff sakura)
    {
        var epoch = (await sakura.PutAsync<EpochView>($"/api/v1/tills/castle-1/epochs/{Guid.CreateVersion7()}", new { })).Epoch;
        var group = await sakura.PostAsync<QuoteView>("/api/v1/quotes", new QuoteRequest("castle-1", [new("adult", 14), new("adult", 1, Reduction: "disability")]));
        Assert.Equal(new Yen(14 * 500), group.Total);
        var total = new Yen(2 * 1100);
        var sale = await sakura.PutAsync<SaleView>($"/api/v1/sales/{Guid.CreateVersion7()}", new SaleRequest(
            "castle-1", epoch, 1, Now, "ko", [new("castle-and-bath", 2)], total, [new(Guid.CreateVersion7(), TenderKind.Cash, total, total)]));
        return sale.Ticket!.Url;
    }

    private static async Task AdmitAtBothAsync(Uri host, string ticket)
    {
        foreach (var (person, gate) in new[] { ("mon", "otemon"), ("gen", "noren") })
        {
            using var staff = await Staff.SignInAsync(host, person);
            var scan = await staff.PostAsync<ScanView>($"/api/v1/gates/{gate}/scans", new ScanRequest(Guid.CreateVersion7(), ticket, null, Now));
            Assert.Equal((ScanOutcome.Admitted, 2), (scan.Outcome, scan.Admitted));
        }
    }

    private static async Task GivePointsAsync(Uri host)
    {
        using var office = await Staff.SignInAsync(host, "points");
        var member = Guid.CreateVersion7();
        await office.PutAsync<MemberView>($"/api/v1/points/members/{member}", new MemberRequest("湯守 太郎"));
        await office.PutAsync<GrantView>($"/api/v1/points/grants/{Guid.CreateVersion7()}", new GrantRequest("hot-spring-keepers", member, new PointAmount(50), "朝の湯守り"));
    }

    private static async Task OnlyItsOwnNamesAsync(HostProcess host, string ticket)
    {
        using var visitor = Staff.Nobody(host.Url);
        foreach (var (path, name) in new[] { ("/?lang=ko", "기리가유시"), (new Uri(ticket).AbsolutePath + "?lang=zh-Hant", "霧湯城") })
        {
            using var answer = await visitor.SendAsync(HttpMethod.Get, path);
            var page = System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains(name, page, StringComparison.Ordinal);
            Assert.DoesNotMatch(new Regex("美[祢禰]|秋芳|Akiyoshi|Mine City|미네"), page);
        }
    }
}
