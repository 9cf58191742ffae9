using System.Net;
using System.Text;
using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Api.Tests;

/// <summary>Receipts and refunds that cannot be: a 4xx that names the field, nothing written, never a 500.</summary>
public sealed class BadReceiptTests(CaveTill till) : IClassFixture<CaveTill>
{
    private const string Long = "LONG";
    private readonly Staff _hanako = till.Hanako;

    [Theory]
    [InlineData("charged", """{"lines":[],"taxes":[{"percent":10,"total":1300,"tax":118}]}""", "charged.lines")]
    [InlineData("charged", """{"lines":[null],"taxes":[{"percent":10,"total":1300,"tax":118}]}""", "charged.lines[0].name.ja")]
    [InlineData("charged", """{"lines":[{"name":{"ja":"大\u0000人"},"amount":1300,"taxPercent":10}],"taxes":[{"percent":10,"total":1300,"tax":118}]}""", "charged.lines[0].name.ja")]
    [InlineData("charged", """{"lines":[{"name":{"ja":"LONG"},"amount":1300,"taxPercent":10}],"taxes":[{"percent":10,"total":1300,"tax":118}]}""", "charged.lines[0].name.ja")]
    [InlineData("charged", """{"lines":[{"name":{"ja":"人"},"amount":-1,"taxPercent":10}],"taxes":[{"percent":10,"total":1300,"tax":118}]}""", "charged.lines[0].amount")]
    [InlineData("charged", """{"lines":[{"name":{"ja":"人"},"amount":9223372036854775807,"taxPercent":10}],"taxes":[{"percent":10,"total":1300,"tax":118}]}""", "charged.lines[0].amount")]
    [InlineData("charged", """{"lines":[{"name":{"ja":"人"},"amount":1300,"taxPercent":101}],"taxes":[{"percent":10,"total":1300,"tax":118}]}""", "charged.lines[0].taxPercent")]
    [InlineData("charged", """{"lines":[{"name":{"ja":"人"},"amount":1200,"taxPercent":10}],"taxes":[{"percent":10,"total":1300,"tax":118}]}""", "charged.lines")]
    [InlineData("charged", """{"lines":[{"name":{"ja":"人"},"amount":1300,"taxPercent":10}],"taxes":[]}""", "charged.taxes")]
    [InlineData("charged", """{"lines":[{"name":{"ja":"人"},"amount":1300,"taxPercent":10}],"taxes":[{"percent":8,"total":1300,"tax":96}]}""", "charged.taxes")]
    [InlineData("charged", """{"lines":[{"name":{"ja":"人"},"amount":1300,"taxPercent":10}],"taxes":[{"percent":10,"total":1300,"tax":1301}]}""", "charged.taxes[0].tax")]
    [InlineData("charged", """{"lines":[{"name":{"ja":"人"},"amount":1300,"taxPercent":10}],"taxes":[{"percent":10,"total":1300,"tax":118}],"discount":-1}""", "charged.discount")]
    [InlineData("origin", "\"Mars\"", "origin")]
    [InlineData("origin", "\"JP-48\"", "origin")]
    [InlineData("origin", "\"XX\"", "origin")]
    [InlineData("visitor", """{"token":"","source":"ticket"}""", "visitor.token")]
    [InlineData("visitor", """{"token":"t","source":"satellite"}""", "visitor.source")]
    [InlineData("app", "\"\\u0000\"", "app")]
    [InlineData("ticket", "\"LONGLONGLONGLONGLONG\"", "ticket")]
    [InlineData("terms", """{"tier":-1}""", "terms.tier")]
    [InlineData("terms", """{"discount":9223372036854775807}""", "terms.discount")]
    [InlineData("terms", """{"reason":"LONG"}""", "terms.reason")]
    [InlineData("lines", """[{"product":"adult","quantity":1,"weighing":{"grossGrams":0}}]""", "lines[0].weighing.grossGrams")]
    [InlineData("lines", """[{"product":"adult","quantity":1,"weighing":{"grossGrams":10,"tareGrams":10}}]""", "lines[0].weighing.tareGrams")]
    [InlineData("lines", """[{"product":"adult","quantity":1,"reduction":""}]""", "lines[0].reduction")]
    [InlineData("lines", """[{"product":"LONG","quantity":1}]""", "lines[0].product")]
    public async Task PutSale_ImpossibleReceipt_NamesTheField(string field, string json, string named)
    {
        var (id, body) = (Guid.CreateVersion7(), Sale(number: 900));
        body[field] = JsonSerializer.Deserialize<JsonElement>(json.Replace(Long, new string('長', 201), StringComparison.Ordinal));

        Assert.Equal(named, await FieldAsync($"/api/v1/sales/{id}", JsonSerializer.Serialize(body)));
        using var none = await _hanako.SendAsync(HttpMethod.Get, $"/api/v1/sales/{id}");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task PutSale_TenThousandLines_NamesThem()
    {
        var body = Sale(number: 901);
        body["lines"] = Enumerable.Repeat(new { product = "adult", quantity = 1 }, 10_000);

        Assert.Equal("lines", await FieldAsync($"/api/v1/sales/{Guid.CreateVersion7()}", JsonSerializer.Serialize(body)));
    }

    [Fact]
    public async Task PutSale_FiftyMegabytes_AreTurnedAway()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(till.Url, $"/api/v1/sales/{Guid.CreateVersion7()}"));
        // Else the server hangs up on the body before the client has read the answer.
        request.Headers.ExpectContinue = true;
        request.Content = new ByteArrayContent(new byte[50 << 20]) { Headers = { { "Content-Type", "application/json" } } };

        using var answer = await _hanako.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("till", "\"momiji-1\"", 403, null)]
    [InlineData("epoch", "99", 400, "epoch")]
    [InlineData("number", "0", 400, "number")]
    [InlineData("number", "910", 409, "number")]
    [InlineData("occurredAt", "\"0001-01-01T00:00:00Z\"", 400, "occurredAt")]
    [InlineData("reason", "\"\"", 400, "reason")]
    [InlineData("reason", "\" \"", 400, "reason")]
    [InlineData("reason", "\"\\u0000\"", 400, "reason")]
    [InlineData("reason", "null", 400, "reason")]
    [InlineData("total", "-1", 400, "total")]
    [InlineData("total", "9223372036854775807", 400, "total")]
    [InlineData("total", "1299", 422, "total")]
    [InlineData("lines", "null", 400, "lines")]
    [InlineData("lines", "[null]", 400, "lines[0].quantity")]
    [InlineData("lines", """[{"line":0,"quantity":1}]""", 400, "lines[0].line")]
    [InlineData("lines", """[{"line":1,"quantity":0}]""", 400, "lines[0].quantity")]
    [InlineData("lines", """[{"line":1,"quantity":2}]""", 422, "lines[0].quantity")]
    [InlineData("lines", """[{"line":1,"quantity":1},{"line":1,"quantity":1}]""", 400, "lines")]
    [InlineData("surprise", "1", 400, "surprise")]
    public async Task PutRefund_OneWrongField_IsNamed(string field, string json, int status, string? named)
    {
        var sale = Guid.Parse("019a0000-0000-7000-8000-000000000910");
        await _hanako.PutAsync<SaleView>($"/api/v1/sales/{sale}", Sale(number: 910, tender: "019a0000-0000-7000-8000-000000000911"));
        var body = new Dictionary<string, object?>
        {
            ["till"] = "akiyoshido-1", ["epoch"] = till.Series, ["number"] = 911, ["occurredAt"] = "2026-11-22T00:00:00Z", ["reason"] = "雨",
            ["lines"] = new[] { new { line = 1, quantity = 1 } }, ["total"] = 1300,
            [field] = JsonSerializer.Deserialize<JsonElement>(json),
        };

        Assert.Equal(named, await FieldAsync($"/api/v1/sales/{sale}/refunds/{Guid.CreateVersion7()}", JsonSerializer.Serialize(body), status));
        Assert.Equal(new Yen(1_300), (await _hanako.GetAsync<RefundableView>($"/api/v1/sales/{sale}/refundable")).Total);
    }

    [Fact]
    public async Task Epoch_KeysThatAreNone_AreNamed()
    {
        foreach (var key in new[] { "", "x", "AAAA", new string('A', 10_000) })
        {
            var body = JsonSerializer.Serialize(new { publicKey = key });
            Assert.Equal("publicKey", await FieldAsync($"/api/v1/tills/akiyoshido-1/epochs/{Guid.CreateVersion7()}", body));
        }
    }

    [Fact]
    public async Task Reviews_AndJournal_AreReadByStaffAndResolvedByTheAdministratorOnly()
    {
        var body = Sale(number: 950);
        (body["total"], body["tenders"]) = (1200, new[] { new { id = Guid.CreateVersion7(), kind = "cash", amount = 1200, received = 1200 } });
        body["charged"] = JsonSerializer.Deserialize<JsonElement>(
            """{"lines":[{"name":{"ja":"大人"},"amount":1200,"taxPercent":10}],"taxes":[{"percent":10,"total":1200,"tax":109}]}""");
        var sale = await _hanako.PutAsync<SaleView>($"/api/v1/sales/{Guid.CreateVersion7()}", body);

        var review = Assert.Single(await _hanako.GetAsync<List<ReviewView>>("/api/v1/reviews"), review => review.Sale == sale.Id);
        using var refused = await _hanako.SendAsync(HttpMethod.Put, $"/api/v1/reviews/{review.Id}/resolution", new ReviewResolution("見た"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains(await _hanako.GetAsync<List<LastSaleView>>("/api/v1/tills/akiyoshido-1/sales"), last => last.Id == sale.Id);
        Assert.Equal(950, (await _hanako.GetAsync<JournalView>("/api/v1/tills/akiyoshido-1/journal")).Epochs[^1].LastNumber);
        using var elsewhere = await _hanako.SendAsync(HttpMethod.Get, "/api/v1/tills/momiji-1/journal");
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
    }

    private Dictionary<string, object?> Sale(int number, string? tender = null) => new()
    {
        ["till"] = "akiyoshido-1", ["epoch"] = till.Series, ["number"] = number, ["occurredAt"] = "2026-11-22T00:00:00Z", ["language"] = "ja",
        ["lines"] = new[] { new { product = "adult", quantity = 1 } }, ["total"] = 1300,
        ["tenders"] = new[] { new { id = tender is null ? Guid.CreateVersion7() : Guid.Parse(tender), kind = "cash", amount = 1300, received = 1300 } },
    };

    private async Task<string?> FieldAsync(string path, string body, int status = 400)
    {
        using var answer = await _hanako.SendAsync(HttpMethod.Put, path, new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text).TryGetProperty("field", out var at) ? at.GetString() : null;
    }
}
