using System.Net.Http.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>The cookie by which a browser is a device: given once, then again on each day.</summary>
public abstract class DeviceCookieContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private const string Own = "/api/v1/device";
    private static readonly DeviceRequest Tablet = new("窓口1 iPad", "akiyoshido", "akiyoshido-1");

    /// <summary>An answer that is lost takes nothing away: the cookie that the browser has is good until the next day brings another.</summary>
    [DatabaseFact]
    public async Task Contact_FirstOnADay_RenewsTheCookieOfATrustedDevice()
    {
        await using var host = await NewCity.StartAsync(Database);
        using var admin = await NewCity.AcceptAsync(host.Url, NewInstallation.TokenIn(host.Log));
        using var enrolled = Staff.Nobody(host.Url);
        var id = await admin.EnrolAsync(enrolled, Tablet);
        Assert.Equal((OwnDeviceState.Active, null), await ContactAsync(enrolled));
        await AgeAsync(id);
        var (state, cookie) = await ContactAsync(enrolled);
        Assert.Equal((OwnDeviceState.Active, true), (state, cookie is not null));
        Assert.StartsWith("tourism-device=", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=34560000;", cookie, StringComparison.Ordinal);

        using var tablet = Staff.WithCookie(host.Url, cookie!.Split(';')[0]);
        Assert.Equal((OwnDeviceState.Active, null), await ContactAsync(tablet));
        await AgeAsync(id);
        Assert.Equal(cookie.Split(';')[0], (await ContactAsync(tablet)).Cookie?.Split(';')[0]);
        Assert.Equal((OwnDeviceState.Active, null), await ContactAsync(tablet));

        await admin.PutAsync<DeviceView>($"/api/v1/devices/{id}/revocation", new { });
        await AgeAsync(id);
        Assert.Equal((OwnDeviceState.Revoked, null), await ContactAsync(tablet));
    }

    /// <summary>How the device is told to be, and the cookie that comes with it.</summary>
    private static async Task<(OwnDeviceState State, string? Cookie)> ContactAsync(Staff tablet)
    {
        using var answer = await tablet.SendAsync(HttpMethod.Put, Own, new { });
        var view = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<OwnDeviceView>(Json.Options);
        return (view!.State, answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? Assert.Single(cookies) : null);
    }

    /// <summary>As if the device had been seen a day earlier than it was.</summary>
    private async Task AgeAsync(Guid device)
    {
        var yesterday = TimeProvider.System.UtcMicros().AddDays(-1);
        Assert.Equal(1, await Database.ExecuteAsync($"""UPDATE pos_device SET "LastSeenAt" = {yesterday} WHERE "Id" = {device}"""));
    }
}

public sealed class DeviceCookieOnSqlite(SqliteFixture database) : DeviceCookieContract(database), IClassFixture<SqliteFixture>;

public sealed class DeviceCookieOnPostgreSql(PostgreSqlFixture database) : DeviceCookieContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class DeviceCookieOnSqlServer(SqlServerFixture database) : DeviceCookieContract(database), IClassFixture<SqlServerFixture>;
