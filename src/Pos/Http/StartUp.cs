using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Audit;
using Tourism.Pos.Payments.Webhooks;

namespace Tourism.Pos.Http;

/// <summary>The installation is not fit to serve; the message says what to change.</summary>
internal sealed class StartRefusedException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>What happens between the command line and the first request.</summary>
internal static class StartUp
{
    private const string MigrateCommand = "migrate";
    private const string VerifyCommand = "verify";
    private const string WebhookCommand = "register-webhook";
    private const string Rotate = "--rotate";

    /// <summary>Checks the settings, brings schema and city data up, serves. Returns the exit code: 1 when it refused to start.</summary>
    public static async Task<int> StartUpAsync(this WebApplication app, string[] args, Action map)
    {
        try
        {
            if (args.Contains(WebhookCommand))
                return await RegisterWebhookAsync(app.Configuration, args.Contains(Rotate));
            app.Services.GetService<IStartupValidator>()?.Validate();
            if (args.Contains(VerifyCommand))
                return await VerifyTrail.RunAsync(app.Services);
            await PrepareAsync(app.Services, mayMigrate: args.Contains(MigrateCommand));
        }
        catch (Exception error) when (Reasons(error) is { } reasons)
        {
            await Console.Error.WriteLineAsync("Tourism does not start:" + string.Concat(reasons.Select(reason => "\n  - " + reason)));
            return 1;
        }

        if (args.Contains(MigrateCommand))
            return 0;
        map();
        await app.RunAsync();
        return 0;
    }

    private static async Task<int> RegisterWebhookAsync(IConfiguration configuration, bool rotate)
    {
        await RegisterWebhook.RunAsync(configuration, rotate, Console.Out);
        return 0;
    }

    private static async Task PrepareAsync(IServiceProvider services, bool mayMigrate)
    {
        Directory.CreateDirectory(services.GetRequiredService<IOptions<TourismOptions>>().Value.DataDirectory);
        services.GetRequiredService<DataLock>().Take();
        await services.GetRequiredService<SchemaGate>().PassAsync(mayMigrate, CancellationToken.None);
        foreach (var seed in services.GetServices<ISeed>())
            await seed.SeedAsync(CancellationToken.None);
    }

    private static IEnumerable<string>? Reasons(Exception error) => error switch
    {
        StartRefusedException refused => [refused.Message],
        OptionsValidationException options => options.Failures,
        AggregateException many when many.InnerExceptions.All(one => one is OptionsValidationException) =>
            many.InnerExceptions.Cast<OptionsValidationException>().SelectMany(one => one.Failures).Distinct(),
        _ => null,
    };
}
