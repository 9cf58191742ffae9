using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Tourism.Kernel.Server.Hosting;

/// <summary>Registers what every module stands on.</summary>
public static class KernelServices
{
    /// <summary>Adds the clock and the validated <see cref="TourismOptions"/>; the host refuses to start on any error in them.</summary>
    public static IServiceCollection AddKernel(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<TourismOptions>().Bind(configuration.GetSection("Tourism")).ValidateOnStart();
        services.AddSingleton<PublicRoot>();
        services.AddSingleton<IPostConfigureOptions<TourismOptions>, Defaults>();
        services.AddSingleton<IValidateOptions<TourismOptions>, TourismOptionsValidator>();
        return services;
    }
}
