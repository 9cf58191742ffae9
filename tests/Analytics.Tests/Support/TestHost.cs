using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Jobs;

namespace Tourism.Analytics.Tests.Support;

/// <summary>The module and the job wiring behind a real HTTP port. A person's roles are what their header says.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private const string Header = "Test-Roles";
    private readonly WebApplication _app;
    private readonly string _folder;

    private TestHost(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    public static async Task<TestHost> StartAsync(Action<IServiceCollection>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(World.Settings(folder));
        builder.Services.AddSingleton<IAuditTrail, Exports>();
        builder.Services.AddKernel(builder.Configuration).AddProblemDetails().AddAnalytics();
        builder.Services.AddControllers().AddJsonOptions(json => Json.Configure(json.JsonSerializerOptions));
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, ByHeader>("test", null);
        builder.Services.AddAuthorization();
        more?.Invoke(builder.Services);
        builder.AddJobs();
        var app = builder.Build();
        await app.Services.GetRequiredService<ISchema>().MigrateAsync(World.Ct);
        app.UseJobs();
        app.MapControllers();
        await app.StartAsync(World.Ct);
        return new TestHost(app, folder);
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public HttpClient As(string? role, string language = "ja")
    {
        var client = new HttpClient { BaseAddress = new Uri(Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        if (role is not null)
            client.DefaultRequestHeaders.Add(Header, role);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>What was taken out as a file.</summary>
    internal sealed class Exports : IAuditTrail
    {
        public List<string> Files { get; } = [];

        public Task ExportedAsync(ClaimsPrincipal by, string what, CancellationToken ct)
        {
            Files.Add(what);
            return Task.CompletedTask;
        }
    }

    private sealed class ByHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers[Header].ToString() is { Length: > 0 } role
                ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "test")), "test"))
                : AuthenticateResult.NoResult());
    }
}
