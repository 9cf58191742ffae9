using System.Net;
using System.Text;
using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Api.Tests;

/// <summary>Whatever a gate reads or sends: an answer or a 4xx that names the field, never a 500.</summary>
public sealed class BadScanTests(CaveTill till) : IClassFixture<CaveTill>, IAsyncLifetime
{
    private const string Scans = "/api/v1/gates/main/scans";
    private Staff _ken = null!;

    public async ValueTask InitializeAsync() => _ken = await Staff.SignInAsync(till.Url, "ken");

    public ValueTask DisposeAsync()
    {
        _ken.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("id", "\"00000000-0000-0000-0000-000000000000\"", "id")]
    [InlineData("id", "\"x\"", "id")]
    [InlineData("id", "1", "id")]
    [InlineData("id", "null", "id")]
    [InlineData("code", "null", "code")]
    [InlineData("code", "\"\"", "code")]
    [InlineData("code", "\"   \"", "code")]
    [InlineData("code", "17", "code")]
    [InlineData("code", "[\"ABC\"]", "code")]
    [InlineData("people", "0", "people")]
    [InlineData("people", "-1", "people")]
    [InlineData("people", "1.5", "people")]
    [InlineData("people", "\"1\"", "people")]
    [InlineData("people", "99999999999", "people")]
    [InlineData("occurredAt", "null", "occurredAt")]
    [InlineData("occurredAt", "\"2026-11-22T09:00:00\"", "occurredAt")]
    [InlineData("occurredAt", "\"0001-01-01T00:00:00Z\"", "occurredAt")]
    [InlineData("happened", "{\"outcome\":\"admitted\",\"admitted\":0}", "happened.admitted")]
    [InlineData("happened", "{\"outcome\":\"admitted\",\"admitted\":2147483647}", "happened.admitted")]
    [InlineData("happened", "{\"outcome\":\"tooLate\",\"admitted\":1}", "happened.admitted")]
    [InlineData("happened", "{\"outcome\":\"tooLate\",\"admitted\":0,\"undone\":true}", "happened.undone")]
    [InlineData("happened", "{\"outcome\":\"maybe\",\"admitted\":1}", "happened.outcome")]
    [InlineData("happened", "{\"outcome\":3,\"admitted\":0}", "happened.outcome")]
    [InlineData("happened", "{\"outcome\":\"wentOut\",\"admitted\":0,\"wentOut\":1}", "happened.outcome")]
    [InlineData("happened", "{\"outcome\":\"tooLate\",\"admitted\":0,\"wentOut\":1}", "happened.wentOut")]
    [InlineData("direction", "\"up\"", "direction")]
    [InlineData("direction", "1", "direction")]
    [InlineData("direction", "null", "direction")]
    [InlineData("surprise", "1", "surprise")]
    public async Task PostScan_OneWrongField_IsNamed(string field, string json, string named)
    {
        var body = new Dictionary<string, object?> { ["id"] = Guid.CreateVersion7(), ["code"] = "ABC", ["occurredAt"] = "2026-11-22T00:00:00Z" };
        body[field] = JsonSerializer.Deserialize<JsonElement>(json);
        var problem = await ProblemAsync(HttpMethod.Post, Scans, JsonSerializer.Serialize(body), HttpStatusCode.BadRequest);
        Assert.Equal(named, problem.GetProperty("field").GetString());
    }

    [Fact]
    public async Task PostScan_WithoutATime_NamesIt()
    {
        var problem = await ProblemAsync(HttpMethod.Post, Scans, $"{{\"id\":\"{Guid.CreateVersion7()}\",\"code\":\"ABC\"}}", HttpStatusCode.BadRequest);
        Assert.Equal("occurredAt", problem.GetProperty("field").GetString());
    }

    [Fact]
    public async Task PostScan_HugeCode_NamesIt()
    {
        var body = JsonSerializer.Serialize(new { id = Guid.CreateVersion7(), code = new string('A', 100_000), occurredAt = "2026-11-22T00:00:00Z" });
        Assert.Equal("code", (await ProblemAsync(HttpMethod.Post, Scans, body, HttpStatusCode.BadRequest)).GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("not a ticket")]
    [InlineData("https://example.com/t/ABC")]
    [InlineData("'; DROP TABLE pos_ticket; --")]
    [InlineData("🦖\u0000\u202e")]
    [InlineData("０１２３")]
    public async Task PostScan_ForeignCode_IsRefused(string code) =>
        Assert.Equal(ScanOutcome.Invalid, (await _ken.PostAsync<ScanView>(Scans, new { id = Guid.CreateVersion7(), code, occurredAt = "2026-11-22T00:00:00Z" })).Outcome);

    [Theory]
    [InlineData("POST", "/api/v1/gates/nowhere/scans", 403)]
    [InlineData("POST", "/api/v1/gates/elevator/scans", 403)]
    [InlineData("GET", "/api/v1/gates/nowhere/list", 403)]
    [InlineData("GET", "/api/v1/gates/main/list?since=yesterday", 400)]
    [InlineData("PUT", "/api/v1/gates/main/scans/0197a5c0-1234-7abc-8def-0123456789ab/undo", 404)]
    [InlineData("PUT", "/api/v1/gates/main/scans/x/undo", 404)]
    [InlineData("PUT", "/api/v1/ticket-keys/1/revocation", 403)]
    public async Task Gate_OfAnotherPlaceOrNowhere_IsTold(string method, string path, int status) => await ProblemAsync(
        new HttpMethod(method), path, method == "POST" ? $"{{\"id\":\"{Guid.CreateVersion7()}\",\"code\":\"A\",\"occurredAt\":\"2026-11-22T00:00:00Z\"}}" : null, (HttpStatusCode)status);

    [Fact]
    public async Task Administrator_AtAGateThatIsNot_IsTold()
    {
        using var admin = await Staff.SignInAsync(till.Url, "admin");
        foreach (var (method, path) in new[] { ("PUT", "/api/v1/ticket-keys/1/revocation"), ("PUT", "/api/v1/ticket-keys/99999999999999999999/revocation") })
        {
            using var answer = await admin.SendAsync(new HttpMethod(method), path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Ticket_SoldShownTakenBackAndShownAgain_IsTheSameForVisitorAndGate()
    {
        var sale = await till.Hanako.PutAsync<SaleView>($"/api/v1/sales/{Guid.CreateVersion7()}", new
        {
            till = "akiyoshido-1", epoch = till.Series, number = 1, occurredAt = TimeProvider.System.UtcMicros(), language = "ja", lines = new[] { new { product = "adult", quantity = 2 } },
            total = 2600, tenders = new[] { new { id = Guid.CreateVersion7(), kind = "cash", amount = 2600, received = 2600 } },
        });
        var scan = new { id = Guid.CreateVersion7(), code = sale.Ticket!.Url, occurredAt = TimeProvider.System.UtcMicros() };
        var entered = await _ken.PostAsync<ScanView>(Scans, scan);
        var left = await _ken.PostAsync<ScanView>(Scans, new { id = Guid.CreateVersion7(), scan.code, scan.occurredAt, direction = "out" });
        Assert.Equal((ScanOutcome.NoReentry, 0, 0), (left.Outcome, left.WentOut, left.Remaining));
        var undone = await _ken.PutAsync<ScanView>($"{Scans}/{scan.id}/undo", new { });
        var again = await _ken.PostAsync<ScanView>(Scans, scan);
        Assert.Equal((2, 0, "大人"), (entered.Admitted, entered.Remaining, entered.Party![0].Name.Ja));
        Assert.Equal((true, 2, true), (undone.Undone, undone.Remaining, again.Undone));
        var list = await _ken.GetAsync<GateListView>("/api/v1/gates/main/list");
        Assert.Equal(0, list.Tickets.Single(ticket => ticket.Id == sale.Ticket.Id).Admitted);
        using var visitor = Staff.Nobody(till.Url);
        foreach (var language in Language.All)
        {
            using var page = await visitor.SendAsync(HttpMethod.Get, $"/t/{sale.Ticket.Code}?lang={language}");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains(sale.Ticket.Code, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private async Task<JsonElement> ProblemAsync(HttpMethod method, string path, string? body, HttpStatusCode status)
    {
        using var answer = await _ken.SendAsync(method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
