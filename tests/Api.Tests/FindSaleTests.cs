using System.Net;
using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Api.Tests;

/// <summary>The sale behind a paper or a code that comes back to the counter.</summary>
public sealed class FindSaleTests(CaveTill till) : IClassFixture<CaveTill>
{
    private readonly Staff _hanako = till.Hanako;

    [Fact]
    public async Task Find_ByAnythingTheVisitorHolds_IsTheSale()
    {
        var sale = await SellAsync(number: 1, new VisitorToken("019a0000-0000-7000-8000-000000000abc", "ticket"));
        var refund = await _hanako.PutAsync<RefundView>(
            $"/api/v1/sales/{sale.Id}/refunds/{Guid.CreateVersion7()}",
            new RefundRequest("akiyoshido-1", till.Series, 2, sale.OccurredAt, "雨", [new RefundLineRequest(1, 1)], new Yen(1300)));

        foreach (var query in new[]
        {
            $"receipt={sale.ReceiptNumber}", $"receipt={Uri.EscapeDataString($"ＡＫＩＹＯＳＨＩＤＯ－1 - {till.Series} - 1")}", $"receipt={refund.SlipNumber}",
            $"receipt={sale.ReceiptUrl[^26..]}", $"ticket={sale.Ticket!.Id}", $"ticket={refund.Ticket!.Id}",
        })
        {
            var found = await _hanako.GetAsync<SaleView>("/api/v1/sales?" + query);
            Assert.Equal((query, sale.Id), (query, found.Id));
        }
    }

    [Fact]
    public async Task Find_SaleOfAnotherSite_IsForbidden()
    {
        var sale = await SellAsync(number: 3, visitor: null);
        using var momiji = await Staff.SignInAsync(till.Url, "momiji");
        foreach (var query in new[] { $"receipt={sale.ReceiptNumber}", $"receipt={sale.ReceiptUrl[^26..]}", $"ticket={sale.Ticket!.Id}" })
        {
            using var answer = await momiji.SendAsync(HttpMethod.Get, "/api/v1/sales?" + query);
            Assert.Equal((query, HttpStatusCode.Forbidden), (query, answer.StatusCode));
        }
    }

    [Theory]
    [InlineData("receipt=akiyoshido-1-1-999999", 404, "receipt")]
    [InlineData("receipt=0123456789ABCDEFGHIJKLMNO0", 404, "receipt")]
    [InlineData("receipt=%00%00", 400, "receipt")]
    [InlineData("receipt=a%00-1-1", 400, "receipt")]
    [InlineData("receipt=a-99999999999-1", 404, "receipt")]
    [InlineData("ticket=019a0000-0000-7000-8000-000000000999", 404, "ticket")]
    [InlineData("ticket=x", 400, "ticket")]
    [InlineData("", 400, "receipt")]
    [InlineData("receipt=a-1-1&ticket=019a0000-0000-7000-8000-000000000999", 400, "receipt")]
    public async Task Find_NothingThere_NamesTheField(string query, int status, string field)
    {
        using var answer = await _hanako.SendAsync(HttpMethod.Get, "/api/v1/sales?" + query);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        Assert.Equal(field, JsonSerializer.Deserialize<JsonElement>(text).GetProperty("field").GetString());
    }

    /// <summary>The token is kept for the figures and told to nobody.</summary>
    [Fact]
    public async Task Sale_WithAVisitor_DoesNotTellTheToken()
    {
        const string Token = "019a0000-0000-7000-8000-000000000def";
        var sale = await SellAsync(number: 4, new VisitorToken(Token, "ticket"));

        Assert.DoesNotContain(Token, (await _hanako.GetAsync<JsonElement>($"/api/v1/sales/{sale.Id}")).GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Token, (await _hanako.GetAsync<JsonElement>("/api/v1/tills/akiyoshido-1/sales")).GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    private Task<SaleView> SellAsync(int number, VisitorToken? visitor) => _hanako.PutAsync<SaleView>(
        $"/api/v1/sales/{Guid.CreateVersion7()}",
        new SaleRequest(
            "akiyoshido-1", till.Series, number, new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc), "ja", [new LineRequest("adult", 2)], new Yen(2600),
            [new TenderRequest(Guid.CreateVersion7(), TenderKind.Cash, new Yen(2600), new Yen(2600))], Visitor: visitor));
}
