using System.Net;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Api.Tests;

/// <summary>
/// Who works at one place, on a device of that place, reaches nothing of another by any address. Roles of the city's offices (points, tourism, audit, administration) are
/// bound to no place; what they may call is told by <see cref="AccessTests"/>.
/// </summary>
public sealed class PlaceScopeTests(RolePeople people) : IClassFixture<RolePeople>
{
    /// <summary>The same for everybody: public prices, one's own session, and lists that hold one's own place only.</summary>
    private static readonly string[] Placeless =
    [
        "GET /api/v1/catalogue", "GET /api/v1/tax-rates", "GET /api/v1/shops/choices",
    ];

    /// <summary>Lists without a place in their address: what they answer must not hold anything of another's.</summary>
    private static readonly string[] Lists = ["GET /api/v1/reviews", "GET /api/v1/sites", "GET /api/v1/issuers", "GET /api/v1/devices", "GET /api/v1/shops"];

    public static TheoryData<string> Bound { get; } = new([.. Roles.AtTills, Roles.GateStaff]);

    [Theory]
    [MemberData(nameof(Bound))]
    public async Task Role_AtAnotherPlace_ReachesNothingOfThisOne(string role)
    {
        var victim = await VictimShop.OpenAsync(people.Url, RolePeople.CaveCounter, RolePeople.CaveGate, Roles.ShopOwner, Roles.PointsClerk);
        using var stranger = await Staff.SignInAsync(people.Url, RolePeople.AtTheFarm(role));
        using var administrator = await Staff.SignInAsync(people.Url, Roles.Administrator);
        var addresses = (await administrator.GetAsync<IReadOnlyList<AccessRow>>("/api/v1/access"))
            .Where(row => row.Who.Contains(role) || row.Who.Contains(Roles.Device) || row.Who.Contains(AccessRow.SignedIn)).Select(row => $"{row.Method} {row.Path}").Except(Placeless)
            .Where(address => !address.Contains(" /api/v1/session/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(addresses);

        foreach (var address in addresses)
            await RefusedAsync(stranger, address, victim);
    }

    private static async Task RefusedAsync(Staff stranger, string address, VictimShop victim)
    {
        if (Lists.Contains(address))
        {
            using var list = await stranger.SendAsync(HttpMethod.Get, address.Split(' ')[1]);
            var told = await list.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, list.StatusCode);
            Assert.All(victim.Belongings, belonging => Assert.DoesNotContain(belonging, told, StringComparison.Ordinal));
            return;
        }

        if (victim.Reach(address) is not { Path: var path, Body: var body })
        {
            Assert.Fail($"{address} is open to staff of one place: say in {nameof(VictimShop)} how it would reach into another.");
            return;
        }

        using var answer = await stranger.SendAsync(new HttpMethod(address.Split(' ')[0]), path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Forbidden && text.Contains("/problems/other-place", StringComparison.Ordinal), $"{address}: {(int)answer.StatusCode} {text}");
    }
}
