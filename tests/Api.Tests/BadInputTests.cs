using System.Net;
using System.Text;
using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Api.Tests;

/// <summary>Whatever a caller sends: a 4xx that names what is wrong, nothing written, never a 500.</summary>
public sealed class BadInputTests(CaveTill till) : IClassFixture<CaveTill>
{
    private readonly Staff _hanako = till.Hanako;

    [Theory]
    [InlineData("till", "\"nowhere\"", 403, null)]
    [InlineData("epoch", "99", 400, "epoch")]
    [InlineData("number", "0", 400, "number")]
    [InlineData("number", "99999999999", 400, "number")]
    [InlineData("number", "\"1\"", 400, "number")]
    [InlineData("occurredAt", "\"2026-11-22T09:00:00\"", 400, "occurredAt")]
    [InlineData("occurredAt", "\"0001-01-01T00:00:00Z\"", 400, "occurredAt")]
    [InlineData("occurredAt", "\"yesterday\"", 400, "occurredAt")]
    [InlineData("language", "\"xx\"", 400, "language")]
    [InlineData("language", "null", 400, "language")]
    [InlineData("lines", "null", 400, "lines")]
    [InlineData("lines", "[]", 400, "lines")]
    [InlineData("lines", "[null]", 400, "lines[0].product")]
    [InlineData("lines", "[{\"product\":\"dragon\",\"quantity\":1}]", 400, "lines[0].product")]
    [InlineData("lines", "[{\"product\":\"adult\",\"quantity\":-1}]", 400, "lines[0].quantity")]
    [InlineData("lines", "[{\"product\":\"adult\\u0000\",\"quantity\":1}]", 400, "lines[0].product")]
    [InlineData("lines", "[{\"product\":\"adult\",\"quantity\":1,\"price\":1}]", 400, "lines[0].price")]
    [InlineData("total", "1299", 400, "tenders")]
    [InlineData("total", "9223372036854775807", 400, "tenders")]
    [InlineData("total", "1300.5", 400, "total")]
    [InlineData("tenders", "null", 400, "tenders")]
    [InlineData("tenders", "[]", 400, "tenders")]
    [InlineData("tenders", "[{\"id\":\"00000000-0000-0000-0000-000000000000\",\"kind\":\"cash\",\"amount\":1300,\"received\":1300}]", 400, "tenders[0].id")]
    [InlineData("tenders", "[{\"id\":\"0197a5c0-1234-7abc-8def-0123456789ab\",\"kind\":\"cash\",\"amount\":1300,\"received\":1299}]", 400, "tenders[0].received")]
    [InlineData("tenders", "[{\"id\":\"0197a5c0-1234-7abc-8def-0123456789ab\",\"kind\":\"gold\",\"amount\":1300}]", 400, "tenders[0].kind")]
    [InlineData("tenders", "[{\"id\":\"0197a5c0-1234-7abc-8def-0123456789ab\",\"kind\":\"cash\",\"amount\":-1300,\"received\":0}]", 400, "tenders[0].amount")]
    [InlineData("tenders", "[{\"id\":\"0197a5c0-1234-7abc-8def-0123456789ab\",\"kind\":\"points\",\"amount\":1300,\"hold\":\"0197a5c0-1234-7abc-8def-0123456789ab\"}]", 422, "tenders")]
    [InlineData("tenders", "[null]", 400, "tenders[0].id")]
    [InlineData("tenders", "[{\"id\":\"0197a5c0-1234-7abc-8def-0123456789ab\",\"kind\":\"cash\",\"amount\":1300,\"received\":9223372036854775807}]", 400, "tenders[0].received")]
    [InlineData("tenders", "[{\"id\":\"0197a5c0-1234-7abc-8def-0123456789ab\",\"kind\":\"cash\",\"amount\":9223372036854775807,\"received\":9223372036854775807}]", 400, "tenders[0].amount")]
    [InlineData("tenders", "[{\"id\":\"0197a5c0-1234-7abc-8def-0123456789ab\",\"kind\":\"qr\",\"amount\":49}]", 400, "tenders[0].amount")]
    [InlineData("tenders", "[{\"id\":\"0197a5c0-1234-7abc-8def-0123456789ab\",\"kind\":\"qr\",\"amount\":650},{\"id\":\"0197a5c0-1234-7abc-8def-0123456789ac\",\"kind\":\"qr\",\"amount\":650}]", 400, "tenders")]
    [InlineData("tenders", "[{\"id\":\"0197a5c0-1234-7abc-8def-0123456789ab\",\"kind\":\"points\",\"amount\":650,\"hold\":\"0197a5c0-1234-7abc-8def-0123456789ad\"},{\"id\":\"0197a5c0-1234-7abc-8def-0123456789ac\",\"kind\":\"points\",\"amount\":650,\"hold\":\"0197a5c0-1234-7abc-8def-0123456789ad\"}]", 409, "tenders")]
    [InlineData("lines", "[{\"product\":\"preschool\",\"quantity\":9999},{\"product\":\"preschool\",\"quantity\":1}]", 400, "lines")]
    [InlineData("surprise", "1", 400, "surprise")]
    public async Task PutSale_OneWrongField_IsNamed(string field, string json, int status, string? named)
    {
        var id = Guid.CreateVersion7();
        var body = Good();
        body[field] = JsonSerializer.Deserialize<JsonElement>(json);

        var problem = await ProblemAsync(HttpMethod.Put, $"/api/v1/sales/{id}", JsonSerializer.Serialize(body), (HttpStatusCode)status);

        Assert.Equal(named, problem.TryGetProperty("field", out var at) ? at.GetString() : null);
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("detail").GetString()));
        await ProblemAsync(HttpMethod.Get, $"/api/v1/sales/{id}", null, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"till\":\"akiyoshido-1\",\"till\":\"momiji-1\"}")]
    [InlineData("\"a sale\"")]
    public async Task PutSale_NotASale_IsRefused(string body) =>
        await ProblemAsync(HttpMethod.Put, $"/api/v1/sales/{Guid.CreateVersion7()}", body, HttpStatusCode.BadRequest);

    [Fact]
    public async Task PutSale_DeepAndHugeBodies_AreRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 5_000)) + string.Concat(Enumerable.Repeat("]", 5_000));
        await ProblemAsync(HttpMethod.Put, $"/api/v1/sales/{Guid.CreateVersion7()}", deep, HttpStatusCode.BadRequest);
        await ProblemAsync(HttpMethod.Put, $"/api/v1/sales/{Guid.CreateVersion7()}", new string(' ', 2 << 20), HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task PutSale_OtherContentType_IsRefused()
    {
        using var answer = await _hanako.SendAsync(HttpMethod.Put, $"/api/v1/sales/{Guid.CreateVersion7()}", new StringContent("a=b", Encoding.UTF8, "text/plain"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task PutSale_SameIdOtherBody_IsAConflict()
    {
        var id = Guid.CreateVersion7();
        var body = Good();
        body["number"] = 7;
        await _hanako.PutAsync<SaleView>($"/api/v1/sales/{id}", body);

        body["language"] = "en";
        var problem = await ProblemAsync(HttpMethod.Put, $"/api/v1/sales/{id}", JsonSerializer.Serialize(body), HttpStatusCode.Conflict);
        var number = await ProblemAsync(HttpMethod.Put, $"/api/v1/sales/{Guid.CreateVersion7()}", JsonSerializer.Serialize(body), HttpStatusCode.Conflict);

        Assert.Equal("/problems/id-reused", problem.GetProperty("type").GetString());
        Assert.Equal("/problems/receipt-number-taken", number.GetProperty("type").GetString());
    }

    [Fact]
    public async Task PutSale_TillChargedAnotherPrice_IsRecordedWithTheServersFigure()
    {
        var body = Good();
        (body["number"], body["total"]) = (8, 1200);
        body["tenders"] = new[] { new { id = Guid.CreateVersion7(), kind = "cash", amount = 1200, received = 1200 } };

        var sale = await _hanako.PutAsync<SaleView>($"/api/v1/sales/{Guid.CreateVersion7()}", body);

        Assert.Equal((SaleState.Completed, new Yen(1200), new Yen(1300)), (sale.State, sale.Total, sale.ServerTotal));
        Assert.Equal((new Yen(1200), new Yen(1200), new Yen(109)), (sale.Lines.Select(line => line.Amount).Sum(), sale.Taxes[0].Total, sale.Taxes[0].Tax));
    }

    [Fact]
    public async Task PutSale_SameSaleTwentyTimesAtOnce_IsOneSaleAndNeverAConflict()
    {
        var (id, body) = (Guid.CreateVersion7(), Good());
        body["number"] = 9;

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _hanako.PutAsync<SaleView>($"/api/v1/sales/{id}", body)));

        Assert.Single(answers.Select(sale => sale.Ticket!.Code).Distinct());
    }

    [Fact]
    public async Task Payment_OfAnotherShop_IsOutOfReach()
    {
        using var momiji = await Staff.SignInAsync(till.Url, "momiji");
        var (sale, tender) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var body = Good();
        body["number"] = 10;
        body["tenders"] = new[] { new { id = tender, kind = "qr", amount = 1300 } };
        await _hanako.PutAsync<SaleView>($"/api/v1/sales/{sale}", body);

        foreach (var (method, path) in new[] { ("GET", ""), ("PUT", "/cancel"), ("GET", "/qr.svg") })
        {
            using var answer = await momiji.SendAsync(new HttpMethod(method), $"/api/v1/payments/{tender}{path}");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var start = await momiji.SendAsync(HttpMethod.Put, $"/api/v1/payments/{tender}", new PaymentRequest(sale, "ja"));
        using var view = await momiji.SendAsync(HttpMethod.Get, $"/api/v1/sales/{sale}");
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (start.StatusCode, view.StatusCode));
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing")]
    [InlineData("GET", "/api/v1/sales/not-an-id")]
    [InlineData("GET", "/webhooks/nothing")]
    public async Task UnknownAddress_OfTheApi_IsAProblemAndNotThePage(string method, string path) =>
        await ProblemAsync(new HttpMethod(method), path, null, HttpStatusCode.NotFound);

    private Dictionary<string, object?> Good() => new()
    {
        ["till"] = "akiyoshido-1",
        ["epoch"] = till.Series,
        ["number"] = 1,
        ["occurredAt"] = "2026-11-22T00:00:00Z",
        ["language"] = "ja",
        ["lines"] = new[] { new { product = "adult", quantity = 1 } },
        ["total"] = 1300,
        ["tenders"] = new[] { new { id = Guid.CreateVersion7(), kind = "cash", amount = 1300, received = 1300 } },
    };

    private async Task<JsonElement> ProblemAsync(HttpMethod method, string path, string? body, HttpStatusCode status)
    {
        using var answer = await _hanako.SendAsync(method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
