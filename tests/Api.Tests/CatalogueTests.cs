using System.Net;
using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Api.Tests;

/// <summary>The price list of any day, and quotes by it.</summary>
public sealed class CatalogueTests(CaveTill till) : IClassFixture<CaveTill>
{
    private readonly Staff _hanako = till.Hanako;

    [Theory]
    [InlineData("2026-11-22", 1300)]
    [InlineData("2026-01-04", 1600)]
    [InlineData("2019-09-30", 1200)]
    public async Task Catalogue_OfADay_HasItsPrices(string date, long adult)
    {
        var catalogue = await _hanako.GetAsync<CatalogueView>($"/api/v1/catalogue?date={date}");

        Assert.Equal(new Yen(adult), catalogue.Sites.Single(site => site.Code == "akiyoshido").Products.Single(product => product.Code == "adult").Price);
    }

    [Theory]
    [InlineData("1999-12-31")]
    [InlineData("2101-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2026-02-30")]
    [InlineData("today")]
    [InlineData("%00")]
    public async Task Catalogue_OfNoDay_IsRefusedByName(string date)
    {
        using var answer = await _hanako.SendAsync(HttpMethod.Get, $"/api/v1/catalogue?date={date}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("date", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("field").GetString());
    }

    [Fact]
    public async Task Quote_WithTerms_IsPricedByThem()
    {
        var terms = new BasketTerms(SchoolTrip: true, Discount: new Yen(100), Reason: "割引券");

        var quote = await _hanako.PostAsync<QuoteView>("/api/v1/quotes", new QuoteRequest("akiyoshido-1", [new("elementary", 12), new("adult", 1, Reduction: "school-trip-leader")], terms));

        Assert.Equal((new Yen(12 * 550 - 100), 20, new Yen(100)), (quote.Total, quote.Tier, quote.Discount));
    }

    [Theory]
    [InlineData("""{"tier":20,"reason":"x"}""", "terms.tier")]
    [InlineData("""{"tier":0}""", "terms.reason")]
    [InlineData("""{"discount":99999,"reason":"x"}""", "terms.discount")]
    [InlineData("""{"discount":1,"reason":"\u0000"}""", "terms.reason")]
    [InlineData("""{"discount":1.5,"reason":"x"}""", "terms.discount")]
    public async Task Quote_WrongTerms_NamesTheField(string terms, string field)
    {
        var body = new { till = "akiyoshido-1", lines = new[] { new { product = "adult", quantity = 1 } }, terms = JsonSerializer.Deserialize<JsonElement>(terms) };

        using var answer = await _hanako.SendAsync(HttpMethod.Post, "/api/v1/quotes", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("field").GetString());
    }
}
