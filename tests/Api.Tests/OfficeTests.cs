using System.Net;
using System.Text;
using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing;

namespace Tourism.Api.Tests;

/// <summary>The catalogue office over HTTP: a shop owner reaches their own shop by no route but their own, and bad input is named.</summary>
public sealed class OfficeTests(CaveTill till) : IClassFixture<CaveTill>, IAsyncLifetime
{
    private static readonly ProductRequest Goods = new(new LocalText("箸"), ProductKind.Goods, "standard");
    private Staff _admin = null!;
    private Staff _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _admin = await Staff.SignInAsync(till.Url, "admin");
        _owner = await Staff.SignInAsync(till.Url, "momiji");
    }

    public ValueTask DisposeAsync()
    {
        _admin?.Dispose();
        _owner?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Owner_OfAShop_ReachesNoOtherByAnyRoute()
    {
        var id = Guid.CreateVersion7();
        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Get, "products", null), (HttpMethod.Get, "products/trout", null), (HttpMethod.Put, "products/x", Goods), (HttpMethod.Put, "products/trout/prices/2030-01-01", new PriceRequest(new Yen(1))),
            (HttpMethod.Delete, "products/trout/prices/2030-01-01", null), (HttpMethod.Get, "product-file", null), (HttpMethod.Get, "imports", null), (HttpMethod.Get, $"imports/{id}", null),
            (HttpMethod.Get, $"imports/{id}/problems", null), (HttpMethod.Put, $"imports/{id}", new ByteArrayContent([1])), (HttpMethod.Put, $"imports/{id}/application", new ImportDecision()),
            (HttpMethod.Put, $"imports/{id}/cancellation", new { }), (HttpMethod.Put, $"imports/{id}/undoing", new { }), (HttpMethod.Get, "tariffs", null),
        })
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, await StatusAsync(_owner, method, $"/api/v1/sites/trout-farm/{path}", body)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(_owner, HttpMethod.Get, "/api/v1/changes?site=trout-farm"));
        Assert.Equal(["momiji"], (await _owner.GetAsync<IReadOnlyList<KeptSiteView>>("/api/v1/sites")).Select(site => site.Code));
        Assert.Equal(["momiji"], (await _owner.GetAsync<IReadOnlyList<KeptIssuerView>>("/api/v1/issuers")).Select(issuer => issuer.Code));
        await _admin.PutAsync<KeptProductView>("/api/v1/sites/trout-farm/products/secret-plan", Goods with { StartsOn = new DateOnly(2031, 5, 5) });
        Assert.DoesNotContain(new DateOnly(2031, 5, 5), (await _owner.GetAsync<DayChangesView>("/api/v1/changes")).Next);
        foreach (var (path, body) in new (string, object)[] { ("issuers/momiji", new { }), ("sites/momiji", new { }), ("tax-rates/standard/2030-01-01", new TaxRateRequest(1)), ("sites/momiji/tariffs/x", new { }) })
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, await StatusAsync(_owner, HttpMethod.Put, "/api/v1/" + path, body)));
    }

    [Fact]
    public async Task Owner_AtTheirOwnShop_KeepsProductsAndTheTillHasThemAtOnce()
    {
        await _owner.PutAsync<KeptProductView>("/api/v1/sites/momiji/products/chopsticks", Goods);
        var today = BusinessDate.Of(TimeProvider.System.UtcMicros());
        await _owner.PutAsync<KeptProductView>($"/api/v1/sites/momiji/products/chopsticks/prices/{BusinessDate.Text(today)}", new PriceRequest(new Yen(770)));

        var offered = (await _owner.GetAsync<CatalogueView>("/api/v1/catalogue")).Sites.Single(site => site.Code == "momiji").Products.Single(product => product.Code == "chopsticks");

        Assert.Equal(770, offered.Price!.Value.Amount);
        var listed = await _owner.GetAsync<ProductPageView>("/api/v1/sites/momiji/products?search=CHOPsticks");
        Assert.Equal((1, "chopsticks"), (listed.Total, listed.Products[0].Code));
        using var file = await _owner.SendAsync(HttpMethod.Get, "/api/v1/sites/momiji/product-file?format=xlsx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Upload_TooLarge_IsToldSo()
    {
        foreach (var size in new[] { ImportView.MostBytes + 1, 3 * ImportView.MostBytes })
        {
            using var answer = await _owner.SendAsync(HttpMethod.Put, $"/api/v1/sites/momiji/imports/{Guid.CreateVersion7()}", new ByteArrayContent(new byte[size]));
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains("Keep it below 8 MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("products/x", """{"kind":"goods","taxClass":"standard"}""", "name")]
    [InlineData("products/x", """{"name":{"ja":"箸"},"kind":"magic","taxClass":"standard"}""", "kind")]
    [InlineData("products/x", """{"name":{"ja":"箸"},"kind":"goods","taxClass":"luxury"}""", "taxClass")]
    [InlineData("products/goods/prices/2030-02-30", """{"yen":1}""", "from")]
    [InlineData("products/goods/prices/2030-02-28", """{"yen":1.5}""", "yen")]
    [InlineData("products/goods/prices/2030-02-28", """{"yen":1,"until":"2030-02-27"}""", null)]
    public async Task Put_OneWrongField_IsNamed(string path, string json, string? field)
    {
        using var answer = await _owner.SendAsync(HttpMethod.Put, "/api/v1/sites/momiji/" + path, new StringContent(json, Encoding.UTF8, "application/json"));

        Assert.InRange((int)answer.StatusCode, 400, 422);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        if (field is not null)
            Assert.Equal(field, problem.GetProperty("field").GetString());
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task Merchant_AddedByAnAdministrator_SellsAtOnce()
    {
        var issuer = new IssuerRequest(new IssuerView(new LocalText("秋吉台茶屋"), "T7010705000725", Rounding.Round));
        var site = new SiteRequest(new LocalText("秋吉台茶屋"), SiteKind.Shop, "plateau-tea", [new KeptPlace("plateau-1", new LocalText("レジ"))], []);
        await _admin.RefusedAsync(HttpMethod.Put, "/api/v1/sites/plateau-tea", site, "no-such-issuer");
        await _admin.PutAsync<KeptIssuerView>("/api/v1/issuers/plateau-tea", issuer);
        await _admin.PutAsync<KeptIssuerView>("/api/v1/issuers/plateau-tea", issuer);
        await _admin.PutAsync<KeptSiteView>("/api/v1/sites/plateau-tea", site);
        var again = await _admin.PutAsync<KeptSiteView>("/api/v1/sites/plateau-tea", site);
        Assert.Equal(0, again.Version);

        var offered = (await _admin.GetAsync<CatalogueView>("/api/v1/catalogue")).Sites.Single(one => one.Code == "plateau-tea");
        Assert.Equal(("T7010705000725", "plateau-1"), (offered.Issuer.RegistrationNumber, offered.Tills.Single().Code));
        using var tablet = Staff.Nobody(till.Url);
        await _admin.EnrolAsync(tablet, new DeviceRequest("iPad", "plateau-tea", "plateau-1"));
        await tablet.PutAsync<EpochView>($"/api/v1/tills/plateau-1/epochs/{Guid.CreateVersion7()}", new { });
    }

    private static async Task<HttpStatusCode> StatusAsync(Staff staff, HttpMethod method, string path, object? body = null)
    {
        using var answer = await staff.SendAsync(method, path, body);
        return answer.StatusCode;
    }
}
