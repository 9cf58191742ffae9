using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing;

namespace Tourism.Api.Tests;

/// <summary>Asks every address as every role, and compares what happens with <c>docs/access.md</c>, where people read it.</summary>
public sealed partial class AccessTests(RolePeople people) : IClassFixture<RolePeople>, IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = people.Url };
    private static readonly string Table = Repository.Path("docs", "access.md");

    [Fact]
    public async Task EveryAddress_AskedByEveryRole_AnswersAsTheTableSays()
    {
        var rows = await ListedAsync();
        var cells = rows.ToDictionary(row => row, _ => new List<string>());
        foreach (var role in (IEnumerable<string?>)[null, .. Roles.All, Roles.Device, AccessRow.Member])
        {
            var cookie = role == AccessRow.Member ? people.Member : await SignInAsync(role);
            foreach (var row in rows)
            {
                if (await OpensAsync(row, cookie))
                    cells[row].Add(role ?? AccessRow.Anyone);
            }
        }

        Assert.All(rows, row => Assert.Equal((row, string.Join(' ', Said(row))), (row, string.Join(' ', cells[row]))));
        foreach (var scope in Scopes.All)
            await OpensByItsScopeOnlyAsync(rows, scope);
        Compare(Text(rows));
    }

    /// <summary>What anyone may see, a connected system may see too.</summary>
    private async Task OpensByItsScopeOnlyAsync(List<AccessRow> rows, string scope)
    {
        using var administrator = await Staff.SignInAsync(people.Url, Roles.Administrator);
        var expires = BusinessDate.Of(TimeProvider.System.UtcMicros()).AddDays(1);
        var request = new ClientRequest(scope, [scope], expires, scope == Scopes.SalesWrite ? "momiji" : null, scope == Scopes.SalesWrite ? "momiji-1" : null, 6000);
        var added = await administrator.PutAsync<ClientKeyView>($"/api/v1/clients/{Guid.CreateVersion7()}", request);
        foreach (var row in rows)
            Assert.Equal((row, row.Scope == scope || row.Who[0] == AccessRow.Anyone), (row, await OpensAsync(row, cookie: null, added.Key)));
    }

    [Fact]
    public async Task AnAddress_ThatNamesNobody_DoesNotExist() => Assert.DoesNotContain(await ListedAsync(), row => row.Who.Count == 0);

    [Fact]
    public async Task Auditor_WithAnotherRole_WritesNothing()
    {
        var cookie = await SignInAsync(RolePeople.SellingAuditor);

        Assert.True(await OpensAsync(new AccessRow("GET", "/api/v1/tills/{till}/journal", [], false), cookie));
        Assert.False(await OpensAsync(new AccessRow("PUT", "/api/v1/tills/{till}/epochs/{id:guid}", [], false), cookie));
    }

    public void Dispose() => _client.Dispose();

    private async Task<List<AccessRow>> ListedAsync()
    {
        using var administrator = await Staff.SignInAsync(people.Url, Roles.Administrator);
        return [.. (await administrator.GetAsync<IReadOnlyList<AccessRow>>("/api/v1/access")).Where(row => row.Method != "HEAD")];
    }

    /// <summary>The roles that should come in, as the installation tells it.</summary>
    private static IEnumerable<string> Said(AccessRow row) => row.Who[0] switch
    {
        AccessRow.Anyone => [.. row.Who, .. Roles.All, Roles.Device, AccessRow.Member],
        AccessRow.SignedIn => Roles.All,
        _ => row.Who,
    };

    private async Task<string?> SignInAsync(string? role)
    {
        if (role is null)
            return null;
        using var body = new StringContent(JsonSerializer.Serialize(new SignInRequest(role), Json.Options), Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(new Uri("/api/v1/session", UriKind.Relative), body);
        var cookies = answer.EnsureSuccessStatusCode().Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]);
        return cookies.Single(cookie => cookie.StartsWith("tourism-device=", StringComparison.Ordinal) == (role == Roles.Device));
    }

    private async Task<bool> OpensAsync(AccessRow row, string? cookie, string? key = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Method == AccessRow.AnyMethod ? "GET" : row.Method), Filled(row.Path));
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        if (row.Method is "POST" or "PUT")
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await _client.SendAsync(request);
        Assert.True((int)answer.StatusCode < 500, $"{row.Method} {row.Path}: {answer.StatusCode}");
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => row.Path.StartsWith("/sandbox/stripe", StringComparison.Ordinal) || row.Path.StartsWith("/sandbox/faults", StringComparison.Ordinal),
            HttpStatusCode.Forbidden => (await answer.Content.ReadAsStringAsync()).Contains("/problems/other-place", StringComparison.Ordinal),
            _ => true,
        };
    }

    private static Uri Filled(string path)
    {
        var filled = Placeholder().Replace(path, match => match.Groups[1].Value switch
        {
            _ when match.Value.Contains("guid", StringComparison.Ordinal) => "019ab000-0000-7000-8000-0000000000ff",
            _ when match.Value.Contains("long", StringComparison.Ordinal) => "7",
            "documentName" => "v1",
            "token" => new string('0', 26),
            _ => "nowhere",
        });
        return new Uri(filled, UriKind.Relative);
    }

    private static string Text(List<AccessRow> rows)
    {
        var text = new StringBuilder("# Who may call what\n"
            + "A test asks every address as every role and compares the answers with this table. Places narrow it further: staff reach their own site,\n"
            + "till or gate, administrators and auditors every one. `anyone` needs no signing in; pages of visitors are opened by what their QR code holds.\n"
            + "`device` is an enrolled device at which nobody is signed in, `member` somebody who collects points and has signed in on the members' page.\n"
            + "Connected systems come in by a key that has the named scope, and to what is open to anyone.\n\n"
            + $"| address | anyone | {string.Join(" | ", Roles.All)} | device | member | key |\n|---|{string.Concat(Enumerable.Repeat(":-:|", Roles.All.Count + 4))}\n");
        foreach (var row in Rows(rows))
        {
            var marks = Roles.All.Prepend(AccessRow.Anyone).Append(Roles.Device).Append(AccessRow.Member).Select(role => Said(row).Contains(role) ? "●" : "");
            text.Append(CultureInfo.InvariantCulture, $"| `{row.Method} {row.Path}` | {string.Join(" | ", marks)} | {row.Scope} |\n");
        }

        return text.ToString();
    }

    /// <summary>Files are told by their folder.</summary>
    private static IEnumerable<AccessRow> Rows(List<AccessRow> rows) => rows
        .Select(row => row.File ? row with { Path = Folder(row.Path) } : row)
        .DistinctBy(row => (row.Method, row.Path, string.Join(' ', row.Who))).OrderBy(row => row.Path, StringComparer.Ordinal).ThenBy(row => row.Method, StringComparer.Ordinal);

    private static string Folder(string path) => path.IndexOf('/', 1) is > 0 and var end ? path[..end] + "/* (files)" : path;

    private static void Compare(string actual)
    {
        if (Environment.GetEnvironmentVariable("TOURISM_APPROVE") == "1")
            File.WriteAllText(Table, actual);
        Assert.True(File.Exists(Table) && File.ReadAllText(Table) == actual,
            $"docs/access.md differs from what the installation does. If this is meant: TOURISM_APPROVE=1 bash scripts/test --filter AccessTests, then commit it.\n{actual}");
    }

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Placeholder();
}
