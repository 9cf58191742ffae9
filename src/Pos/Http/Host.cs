using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Pos.Http;

internal static class Host
{
    public static void AddHost(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddKernel(builder.Configuration);
        builder.Services.AddProblemDetails();
        builder.Services.AddControllers()
            .AddJsonOptions(json => Json.Configure(json.JsonSerializerOptions))
            .ConfigureApiBehaviorOptions(api => api.InvalidModelStateResponseFactory = Problems.OfModelState);
    }

    /// <summary>Brings the schema up where this host may; false when there is nothing left to serve.</summary>
    public static async Task<bool> PrepareAsync(this WebApplication app, string[] args)
    {
        foreach (var schema in app.Services.GetServices<ISchema>())
            await schema.MigrateAsync(CancellationToken.None);
        return !args.Contains("migrate");
    }

    public static void UseHost(this WebApplication app)
    {
        app.UseExceptionHandler();
    }
}
