using Scalar.AspNetCore;
using Tourism.Kernel;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Audit;
using Tourism.Pos.Jobs;

namespace Tourism.Pos.Http;

/// <summary>The process around the modules: configuration, logs, health, API description, headers.</summary>
internal static class HostSetup
{
    /// <summary>Largest body any request may have; a sale of 200 lines is below 30 kB.</summary>
    private const long MaxBody = 1 << 20;

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        // Secrets that an orchestrator mounts: a file for each, named like the environment variable.
        if (builder.Configuration["Tourism:SecretsDirectory"] is { Length: > 0 } secrets)
            builder.Configuration.AddKeyPerFile(Path.GetFullPath(secrets), optional: true);
        return builder;
    }

    public static void AddHost(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        // Its catch-all for files that change while the host runs would answer for every missing file.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });
        builder.AddLogs();
        builder.Services.AddKernel(builder.Configuration);
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi("v1");
        builder.Services.AddResponseCompression();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        builder.Services.AddControllers()
            .AddJsonOptions(json => Json.Configure(json.JsonSerializerOptions))
            .ConfigureApiBehaviorOptions(api => api.InvalidModelStateResponseFactory = Problems.OfModelState);
        builder.AddJobs();
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
    }

    /// <summary>One JSON object a line where machines read logs, plain lines in a demo; the framework speaks up only when something is wrong.</summary>
    private static void AddLogs(this WebApplicationBuilder builder)
    {
        var demo = builder.Configuration.Mode() == TourismMode.Demo;
        // A failed command is thrown as well; logging it too would cry wolf over an empty database that is looked at for the first time.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Hangfire", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.FormatterName = demo ? ConsoleFormatterNames.Simple : ConsoleFormatterNames.Json);
    }

    public static void UseHost(this WebApplication app)
    {
        // Whose word counts: a proxy on this machine, by ASP.NET's own default.
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = error => error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages();
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ReadableText>();
        app.UseMiddleware<OwnPagesOnly>();
        app.UseAuthentication();
        app.UseMiddleware<DeviceAtHand>();
        app.UseMiddleware<RefusalTrail>();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseJobs();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        var title = app.Services.GetRequiredService<IOptions<TourismOptions>>().Value.Title;
        app.MapScalarApiReference("/scalar", scalar => scalar.WithTitle(title)).AllowAnonymous();
    }
}
