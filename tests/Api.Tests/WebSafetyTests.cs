using System.Net;
using System.Text;
using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>What browsers are told, what other sites cannot do, and what no log holds.</summary>
public sealed class WebSafetyTests : IAsyncLifetime
{
    private const string Card = "4242424242424242";
    private const string MyNumber = "123456789018";
    private readonly TemporaryFolder _folder = new();
    private HostProcess _host = null!;

    public async ValueTask InitializeAsync()
    {
        Needs.Host();
        _host = await HostProcess.StartAsync(new HostSettings(_folder.FullName));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/app/")]
    [InlineData("/api/v1/session")]
    [InlineData("/no-such-page")]
    [InlineData("/t/0000")]
    public async Task Answers_RunOnlyOurOwnScripts(string path)
    {
        using var answer = await _host.Client.GetAsync(new Uri(path, UriKind.Relative));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single().Split("; ");

        Assert.Contains("script-src 'self' 'wasm-unsafe-eval'", policy);
        Assert.Contains("style-src 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain(policy, one => one.Contains("unsafe-inline", StringComparison.Ordinal) || one.Contains("'unsafe-eval'", StringComparison.Ordinal));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("cross-site", true)]
    [InlineData("same-site", true)]
    [InlineData("same-origin", false)]
    [InlineData("none", false)]
    [InlineData(null, false)]
    public async Task Write_FromAPageOfAnotherSite_IsRefused(string? from, bool refused)
    {
        using var staff = await Staff.SignInAsync(_host.Url, "hanako");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/tills/akiyoshido-1/epochs/{Guid.CreateVersion7()}") { Content = JsonBody("{}") };
        if (from is not null)
            request.Headers.Add("Sec-Fetch-Site", from);
        using var answer = await staff.SendAsync(request);

        Assert.Equal(refused, answer.StatusCode == HttpStatusCode.Forbidden);
        Assert.Equal(!refused, answer.IsSuccessStatusCode);
    }

    /// <summary>What a form of another site could send without asking first.</summary>
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Write_AsAFormSendsIt_IsNotRead(string type)
    {
        using var content = new StringContent("{\"person\":\"admin\"}", Encoding.UTF8, type);
        using var answer = await _host.Client.PostAsync(new Uri("/api/v1/session", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Cookie_OfASession_IsForThisSiteOnlyAndNoScriptReadsIt()
    {
        using var content = JsonBody("{\"person\":\"admin\"}");
        using var answer = await _host.Client.PostAsync(new Uri("/api/v1/session", UriKind.Relative), content);
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();

        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Body_ThatIsTooLarge_IsRefusedAndNamedSo()
    {
        using var staff = await Staff.SignInAsync(_host.Url, "hanako");
        using var answer = await staff.SendAsync(HttpMethod.Post, "/api/v1/quotes", JsonBody($"{{\"till\":\"{new string('x', 2 << 20)}\"}}"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    /// <summary>People type card numbers and My Numbers into any field, and programs put them into addresses and headers.</summary>
    [Fact]
    public async Task Logs_OfRequestsWithSecretsInEveryPlace_HoldNoneOfThem()
    {
        var planted = new[] { Card, MyNumber, "geheim-2f9c", "tourism_0123456789ABCDEFGHIJKLMNOPQRSTUV" };
        using var staff = await Staff.SignInAsync(_host.Url, "hanako");
        foreach (var secret in planted)
        {
            foreach (var (method, path, body) in Places(secret))
            {
                using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonBody(JsonSerializer.Serialize(body, Json.Options)) };
                request.Headers.TryAddWithoutValidation("User-Agent", secret);
                request.Headers.TryAddWithoutValidation("Authorization", path.Contains("catalogue", StringComparison.Ordinal) ? "Bearer " + secret : null);
                using var answer = await staff.SendAsync(request);
                Assert.True((int)answer.StatusCode is >= 200 and < 500, $"{method} {path}: {answer.StatusCode}");
            }
        }

        await _host.StopAsync();
        Assert.All(planted, secret => Assert.DoesNotContain(secret, _host.Log, StringComparison.Ordinal));
    }

    /// <summary>Visitors may stand by the hundred behind one address of a carrier; who is turned away reads why, and nobody else is.</summary>
    [Fact]
    public async Task PagesForBuying_AskedTooOften_SaySoInTheVisitorsLanguage()
    {
        using var form = new FormUrlEncodedContent([new("people-adult", "2")]);
        using var check = await _host.Client.PostAsync(new Uri("/buy/akiyoshido?lang=ko", UriKind.Relative), form);
        Assert.Contains("form-action 'self' https:; ", check.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        // All at once, and more than two minutes allow: however slow the machine is, some are too many.
        var answers = await Task.WhenAll(Enumerable.Range(0, 650).Select(_ => AskAsync("/buy/nowhere?lang=ko")));

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], answers.Select(one => one.Status).Distinct().Order());
        Assert.All(answers, one => Assert.Contains(one.Status == HttpStatusCode.NotFound ? "찾을 수 없습니다" : "1분쯤 후에 다시", one.Page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/points")).Status);
    }

    private async Task<(HttpStatusCode Status, string Page)> AskAsync(string path)
    {
        using var answer = await _host.Client.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static IEnumerable<(HttpMethod Method, string Path, object? Body)> Places(string secret) =>
    [
        (HttpMethod.Get, $"/{secret}", null), (HttpMethod.Get, $"/api/v1/sales?receipt={secret}", null), (HttpMethod.Get, $"/t/{secret}", null),
        (HttpMethod.Get, $"/api/v1/catalogue?card={secret}", null), (HttpMethod.Get, $"/app/{secret}#{secret}", null),
        (HttpMethod.Post, "/api/v1/session", new { person = secret }), (HttpMethod.Post, "/api/v1/session/password", new PasswordSignIn(secret, secret, secret)),
        (HttpMethod.Post, "/api/v1/session/invitation", new InvitationAnswer(secret, secret, secret)), (HttpMethod.Post, "/api/v1/quotes", new { till = secret }),
        (HttpMethod.Put, $"/api/v1/sales/{Guid.CreateVersion7()}", new { till = secret, visitorToken = secret }), (HttpMethod.Put, $"/api/v1/tills/{secret}/epochs/{Guid.CreateVersion7()}", new { publicKey = secret }),
        (HttpMethod.Post, "/webhooks/stripe", new { id = secret, number = secret }), (HttpMethod.Put, $"/api/v1/reviews/{Guid.CreateVersion7()}/resolution", new { note = secret }),
    ];

    private static StringContent JsonBody(string text) => new(text, Encoding.UTF8, "application/json");
}
