using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Payments;
using Tourism.Pos.Sandbox.Faults;
using Tourism.Pos.Sandbox.Money;
using Tourism.Pos.Sandbox.Readers;

namespace Tourism.Pos.Sandbox;

internal static class SandboxServices
{
    /// <summary>Adds the bundled payment provider. It takes the place of a real one only where no real one may be used.</summary>
    public static IServiceCollection AddSandbox(this IServiceCollection services)
    {
        services.AddSingleton<OwnAddress>().AddSingleton<SandboxStripe>();
        services.AddSingleton<SandboxDesk>().AddSingleton<SandboxReads>().AddSingleton<PayCheckout>().AddSingleton<FillConnectForm>().AddSingleton<UseReader>().AddSingleton<ISeed, PlaceReaders>();
        services.AddSingleton<BreakRequest>().AddSingleton<DisturbDeliveries>().AddSingleton<SandboxPost>();
        services.AddSingleton<IStripeAccess>(provider => UsesSandbox(provider)
            ? provider.GetRequiredService<SandboxStripe>()
            : provider.GetRequiredService<ConfiguredStripe>());
        foreach (var name in new[] { SandboxStripe.HttpName, SandboxPost.HttpName })
            services.AddHttpClient(name, client => client.Timeout = StripeGateway.PerTry)
                .RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(LoopbackClient.Handler);
        return services.AddRound<DeliverSandboxEvents>().AddRound<SettleSandboxMoney>();
    }

    /// <summary>Maps the provider's API and its payment page; in Production both are unknown addresses.</summary>
    public static WebApplication MapSandbox(this WebApplication app)
    {
        if (UsesSandbox(app.Services))
        {
            SandboxApi.Map(app);
            SandboxCheckout.Map(app);
            SandboxConnect.Map(app);
            SandboxReaderPage.Map(app);
            SandboxFaultApi.Map(app);
        }

        app.Map("/sandbox/{**rest}", () => Results.NotFound()).AllowAnonymous().ExcludeFromDescription();
        return app;
    }

    private static bool UsesSandbox(IServiceProvider services) =>
        services.GetRequiredService<IOptions<TourismOptions>>().Value.HasSandbox
        && string.IsNullOrWhiteSpace(services.GetRequiredService<IOptions<StripeOptions>>().Value.ApiKey);
}
