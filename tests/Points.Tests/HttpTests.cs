using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Tests.Support;
using Xunit;

namespace Tourism.Points.Tests;

public sealed class HttpTests : IAsyncLifetime
{
    private readonly SqliteStore _store = new();
    private readonly CityFolder _city = CityFolder.WithBudget(3_000, 2026);
    private PointsHost? _host;

    private HttpClient Clerk => _host!.ClientOf(Roles.PointsClerk);

    private HttpClient Shop => _host!.ClientOf(Roles.ShopStaff);

    public async ValueTask InitializeAsync() => _host = await PointsHost.StartAsync(_store, _city);

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        await _store.DisposeAsync();
        _city.Dispose();
    }

    [Fact]
    public async Task Hold_ForAnotherShop_IsForbidden()
    {
        var member = await RegisterAsync();
        var elsewhere = Samples.Hold(member.Card, 1) with { Shop = "shop-2" };

        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(Shop, $"holds/{Guid.CreateVersion7()}", PointsHost.Body(elsewhere)));
    }

    [Fact]
    public async Task Story_FromRegistrationToRelease_AnswersAsTheContractSays()
    {
        var member = await RegisterAsync();
        var grant = new GrantRequest(CityFolder.Long, member.Id, new(300), "清掃活動");
        var grantUrl = $"grants/{Guid.CreateVersion7()}";
        var holdUrl = $"holds/{Guid.CreateVersion7()}";

        Assert.Equal(HttpStatusCode.Created, await PutAsync(Clerk, grantUrl, PointsHost.Body(grant)));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(Clerk, grantUrl, PointsHost.Body(grant)));
        Assert.Equal(HttpStatusCode.Conflict, await PutAsync(Clerk, grantUrl, PointsHost.Body(grant with { Points = new(1) })));
        Assert.Equal(HttpStatusCode.Created, await PutAsync(Shop, holdUrl, PointsHost.Body(Samples.Hold(member.Card, 100))));
        Assert.Equal(HoldState.Held, (await GetAsync<HoldView>(Shop, holdUrl)).State);
        Assert.Equal(HttpStatusCode.OK, await PutAsync(Shop, holdUrl + "/release", null));
        Assert.Equal(HoldState.Released, (await GetAsync<HoldView>(Shop, holdUrl)).State);
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            await PutAsync(Shop, $"holds/{Guid.CreateVersion7()}", PointsHost.Body(Samples.Hold(member.Card, 301))));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync("GET", $"holds/{Guid.CreateVersion7()}", Roles.ShopStaff));
    }

    [Fact]
    public async Task Members_ByCardAddressOrAll_AreAList()
    {
        var member = await RegisterAsync();

        var byCard = await GetAsync<MemberView[]>(Clerk, "members?card=" + Uri.EscapeDataString("HTTPS://X.EXAMPLE/P/" + member.Card));
        var all = await GetAsync<MemberView[]>(Clerk, "members");

        Assert.Equal(member, Assert.Single(byCard));
        Assert.Equal(member, Assert.Single(all));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync("GET", "members?card=x", Roles.PointsClerk));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync("GET", "members?card=9L4KSH9D8H2KQJPD8D0L4H1D64", Roles.PointsClerk));
        Assert.Equal(2, (await GetAsync<ProgrammeView[]>(Clerk, "programmes")).Length);
    }

    [Fact]
    public async Task Hold_AnswerToAShop_TellsNothingOfTheMember()
    {
        var member = await RegisterAsync();
        await PutAsync(Clerk, $"grants/{Guid.CreateVersion7()}", PointsHost.Body(new GrantRequest(CityFolder.Long, member.Id, new(10), "受付")));

        var (_, _, text) = await AnswerAsync(Shop, $"holds/{Guid.CreateVersion7()}", PointsHost.Body(Samples.Hold(member.Card, 1)));

        Assert.DoesNotContain(member.Id.ToString(), text, StringComparison.Ordinal);
        Assert.Equal(["availableAfter", "id", "owner", "points", "shop", "state"], JsonNode.Parse(text)!.AsObject().Select(field => field.Key).Order());
    }

    [Theory]
    [InlineData("members", """{"name":"a\u0000b"}""", "name")]
    [InlineData("members", """{"name":"a\u202eb"}""", "name")]
    [InlineData("members", """{"name":null}""", "name")]
    [InlineData("members", """{}""", "name")]
    [InlineData("grants", """{"programme":"long","member":"019ab000-0000-7000-8000-000000000001","points":0,"evidence":"x"}""", "points")]
    [InlineData("grants", """{"programme":"long","member":"019ab000-0000-7000-8000-000000000001","points":1.5,"evidence":"x"}""", "points")]
    [InlineData("grants", """{"programme":"long","member":"019ab000-0000-7000-8000-000000000001","points":99999999999999999999,"evidence":"x"}""", "points")]
    [InlineData("grants", """{"programme":"lo\u0000ng","member":"019ab000-0000-7000-8000-000000000001","points":1,"evidence":"x"}""", "programme")]
    [InlineData("grants", """{"programme":"long","points":1,"evidence":"x"}""", "member")]
    [InlineData("grants", """{"programme":"long","member":"019ab000-0000-7000-8000-000000000001","points":1,"evidence":"123456789018"}""", "evidence")]
    [InlineData("holds", """{"card":"x\u0000","shop":"s","shopName":{"ja":"店"},"points":1,"owner":"019ab000-0000-7000-8000-000000000001"}""", "card")]
    [InlineData("holds", """{"card":"x","shop":"s\u0007","shopName":{"ja":"店"},"points":1,"owner":"019ab000-0000-7000-8000-000000000001"}""", "shop")]
    [InlineData("holds", """{"card":"x","shop":"s","shopName":{"ja":"\ud83d"},"points":1,"owner":"019ab000-0000-7000-8000-000000000001"}""", null)]
    [InlineData("holds", """{"card":"x","shop":"s","shopName":{"ja":"店"},"points":1,"owner":"019ab000-0000-7000-8000-000000000001","extra":1}""", null)]
    [InlineData("holds", "{", null)]
    [InlineData("holds", "null", null)]
    public async Task Write_WithAHostileBody_Is400AndWritesNothing(string area, string body, string? field)
    {
        var (status, type, text) = await AnswerAsync(_host!.ClientOf(Roles.Administrator), $"{area}/{Guid.CreateVersion7()}", PointsHost.Body(body));

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (status, type));
        if (field is not null)
            Assert.Equal(field, JsonNode.Parse(text)!["field"]!.GetValue<string>(), ignoreCase: true);
        Assert.Empty(await GetAsync<MemberView[]>(Clerk, "members"));
    }

    [Theory]
    [InlineData("holds/not-an-id")]
    [InlineData("holds/00000000-0000-0000-0000-000000000000")]
    public async Task Write_WithoutAUsableId_Is400(string path) =>
        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync(Shop, path, PointsHost.Body(Samples.Hold("9L4KSH9D8H2KQJPD8D0L4H1D64", 1))));

    private async Task<MemberView> RegisterAsync()
    {
        using var answer = await Clerk.PutAsync($"members/{Guid.CreateVersion7()}", PointsHost.Body(new MemberRequest("山田 太郎")));
        return (await answer.Content.ReadFromJsonAsync<MemberView>(Json.Options))!;
    }

    private async Task<HttpStatusCode> SendAsync(string method, string path, string? role)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "PUT" ? PointsHost.Body("{}") : null };
        using var answer = await _host!.ClientOf(role).SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> PutAsync(HttpClient client, string path, HttpContent? body) => (await AnswerAsync(client, path, body)).Status;

    private static async Task<(HttpStatusCode Status, string? Type, string Text)> AnswerAsync(HttpClient client, string path, HttpContent? body)
    {
        using var answer = await client.PutAsync(path, body);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<T> GetAsync<T>(HttpClient client, string path) =>
        await client.GetFromJsonAsync<T>(path, Json.Options) ?? throw new JsonException("Empty answer.");
}
