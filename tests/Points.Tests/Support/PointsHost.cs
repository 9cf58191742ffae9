using System.Net.Http.Json;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Contracts;

namespace Tourism.Points.Tests.Support;

/// <summary>The module's controllers behind a real web server; who calls is said by a header.</summary>
public sealed class PointsHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PointsHost(WebApplication app) => _app = app;

    public static async Task<PointsHost> StartAsync(Store store, CityFolder city)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(PointsApp.Start)).AddSingleton<IHoldOwner>(new FakeOwner(HoldVerdict.Release));
        builder.Services.AddKernel(PointsApp.Configuration(store, city, TourismMode.Demo)).AddPoints();
        builder.Services.AddControllers().AddJsonOptions(json => Json.Configure(json.JsonSerializerOptions))
            .ConfigureApiBehaviorOptions(api => api.InvalidModelStateResponseFactory = Problems.OfModelState);
        builder.Services.AddAuthentication(HeaderAuthentication.Scheme)
            .AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>(HeaderAuthentication.Scheme, null);
        builder.Services.AddAuthorization();

        var app = builder.Build();
        await app.Services.GetRequiredService<ISchema>().MigrateAsync(CancellationToken.None);
        foreach (var seed in app.Services.GetServices<ISeed>())
            await seed.SeedAsync(CancellationToken.None);
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapControllers();
        await app.StartAsync();
        return new PointsHost(app);
    }

    public HttpClient ClientOf(string? role)
    {
        var client = new HttpClient { BaseAddress = new Uri(_app.Urls.First() + "/api/v1/points/") };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        if (role is not null)
            client.DefaultRequestHeaders.Add(HeaderAuthentication.Header, role);
        return client;
    }

    public static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");

    public static JsonContent Body<T>(T request) => JsonContent.Create(request, options: Json.Options);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public const string Header = "X-Role";
        public new const string Scheme = "Header";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var role = Request.Headers[Header].ToString();
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Role, role), new Claim(Places.Site, Samples.Shop)], Scheme);
            return Task.FromResult(role.Length == 0
                ? AuthenticateResult.NoResult()
                : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)));
        }
    }
}
