using System.Net;
using System.Text.Json;

namespace Tourism.Api.Tests;

/// <summary>The API describes itself, and clients rely on these names.</summary>
public sealed class DescriptionTests(CaveTill till) : IClassFixture<CaveTill>
{
    [Fact]
    public async Task OpenApi_OfVersion1_NamesWhatClientsRelyOn()
    {
        using var anybody = Staff.Nobody(till.Url);

        var paths = (await anybody.GetAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths");

        foreach (var (path, method) in new[]
        {
            ("/api/v1/catalogue", "get"), ("/api/v1/quotes", "post"), ("/api/v1/sales/{id}", "put"), ("/api/v1/sales/{id}", "get"),
            ("/api/v1/tills/{till}/epochs/{id}", "put"), ("/api/v1/gates/{gate}/scans", "post"), ("/api/v1/payments/{id}", "put"),
            ("/api/v1/payments/{id}", "get"), ("/api/v1/points/programmes", "get"), ("/api/v1/points/members/{id}", "put"),
            ("/api/v1/points/grants/{id}", "put"), ("/api/v1/points/holds/{id}", "put"), ("/api/v1/analytics/sales", "get"),
        })
        {
            Assert.True(paths.TryGetProperty(path, out var operations) && operations.TryGetProperty(method, out _), $"{method} {path} is not described.");
        }
    }

    [Theory]
    [InlineData("/scalar/", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    public async Task Get_ByNobody_OpensWhatIsForAll(string path, HttpStatusCode status)
    {
        using var anybody = Staff.Nobody(till.Url);
        using var answer = await anybody.SendAsync(HttpMethod.Get, path);

        Assert.Equal(status, answer.StatusCode);
    }
}
