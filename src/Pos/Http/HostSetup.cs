using Microsoft.Extensions.Options;
using Scalar.AspNetCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Jobs;

namespace Tourism.Pos.Http;

/// <summary>The process around the modules: configuration, logs, health, API description, headers.</summary>
internal static class HostSetup
{
    /// <summary>Largest body any request may have; a sale of 200 lines is below 30 kB.</summary>
    private const long MaxBody = 1 << 20;

    public static WebApplicationBuilder CreateBuilder(string[] args) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

    public static void AddHost(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });
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

    /// <summary>Brings schema and city data up where this host may; false when there is nothing left to serve.</summary>
    public static async Task<bool> PrepareAsync(this WebApplication app, string[] args)
    {
        var options = app.Services.GetRequiredService<IOptions<TourismOptions>>().Value;
        Directory.CreateDirectory(options.DataDirectory);
        app.Services.GetRequiredService<DataLock>().Take();
        var only = args.Contains("migrate");
        await app.Services.GetRequiredService<SchemaGate>().PassAsync(mayMigrate: only, CancellationToken.None);
        foreach (var seed in app.Services.GetServices<ISeed>())
            await seed.SeedAsync(CancellationToken.None);
        return !only;
    }

    public static void UseHost(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeaders>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseJobs();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference("/scalar").AllowAnonymous();
    }
}
