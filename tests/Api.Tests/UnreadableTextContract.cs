using System.Net;
using System.Text;
using System.Text.Json;
using Tourism.Testing.Databases;

namespace Tourism.Api.Tests;

/// <summary>Text that no database keeps alike: U+0000 in an address, half a character in a body. A 400 that names where, at every address.</summary>
public abstract class UnreadableTextContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private const string Product = "{\"name\":{\"ja\":\"@\"},\"kind\":\"goods\",\"taxClass\":\"standard\"}";

    private static readonly (string Method, string Address, string? Field)[] Addresses =
    [
        ("GET", "/api/v1/audit?subject=a%00b", "subject"), ("GET", "/api/v1/audit?person=%00", "person"), ("GET", "/api/v1/catalogue?date=2026-11-22%00", "date"),
        ("GET", "/api/v1/tills/akiyoshido-1/journal?epoch=1%00", "epoch"), ("GET", "/api/v1/gates/main/list?since=%00", "since"), ("GET", "/api/v1/analytics/sales?site=%00", "site"),
        ("GET", "/api/v1/points/members?name=%00", "name"), ("GET", "/api/v1/sites/momiji/products?search=%00", "search"), ("GET", "/api/v1/audit?%00=1", "?"),
        ("GET", "/api/v1/sites/mo%00miji/products", null), ("PUT", "/api/v1/sites/momiji/products/a%00b", null), ("PUT", "/api/v1/tax-rates/a%00/2030-01-01", null), ("GET", "/t/ABC%00", null),
    ];

    private static readonly (string Address, string Body, string Field)[] Bodies =
    [
        ("/api/v1/sites/momiji/products/flag", Product, "name.ja"), ("/api/v1/session/password", "{\"name\":\"@\",\"password\":\"x\"}", "name"),
        ("/api/v1/devices/0197a5c0-1234-7abc-8def-0123456789ab", "{\"name\":\"@\",\"site\":\"momiji\",\"till\":\"momiji-1\"}", "name"),
        ("/api/v1/points/members/0197a5c0-1234-7abc-8def-0123456789ab", "{\"name\":\"@\"}", "name"), ("/api/v1/gates/main/scans", "{\"code\":\"@\"}", "code"),
    ];

    [DatabaseFact]
    public async Task Text_ThatIsNone_IsNamedAtEveryAddress()
    {
        await using var host = await RunningHost.StartAsync(Database);
        using var admin = await Staff.SignInAsync(host.Url, "admin");
        foreach (var (method, address, field) in Addresses)
        {
            using var answer = await admin.SendAsync(new HttpMethod(method), address, method == "PUT" ? Json("{}") : null);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{address}: {answer.StatusCode}");
            // What is no path at all the web server itself turns away, without words.
            if (field is not null)
                Assert.Equal(field, await FieldAsync(answer));
        }

        foreach (var (address, body, field) in Bodies)
        {
            foreach (var sign in new[] { "a\\ud800", "\\udc00b", "\\ud800\\ud800" })
            {
                using var person = address.Contains("/gates/", StringComparison.Ordinal) ? await Staff.SignInAsync(host.Url, "ken") : await Staff.SignInAsync(host.Url, "admin");
                var method = address.Contains("/scans", StringComparison.Ordinal) || address.Contains("/password", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Put;
                using var answer = await person.SendAsync(method, address, Json(body.Replace("@", sign, StringComparison.Ordinal)));
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{address} {sign}: {answer.StatusCode}");
                Assert.Equal(field, await FieldAsync(answer));
            }
        }
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<string?> FieldAsync(HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("field").GetString();
}

public sealed class UnreadableTextOnSqlite(SqliteFixture database) : UnreadableTextContract(database), IClassFixture<SqliteFixture>;

public sealed class UnreadableTextOnPostgreSql(PostgreSqlFixture database) : UnreadableTextContract(database), IClassFixture<PostgreSqlFixture>;
