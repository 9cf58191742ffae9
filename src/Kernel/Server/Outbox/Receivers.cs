using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Tourism.Kernel.Server.Outbox;

/// <param name="Topic">What it receives.</param>
/// <param name="HandleAsync">Takes one message in.</param>
/// <param name="HandleAllAsync">Takes many in at once; <c>null</c> for a receiver that cannot.</param>
internal sealed record Receiver(
    string Topic,
    Func<IServiceProvider, Guid, string, CancellationToken, Task<Delivery>> HandleAsync,
    Func<IServiceProvider, IEnumerable<string>, CancellationToken, Task>? HandleAllAsync = null);

/// <summary>Who takes which message in.</summary>
public static class Receivers
{
    /// <summary>Registers <typeparamref name="THandler"/> as the only receiver of <typeparamref name="T"/>.</summary>
    public static IServiceCollection AddMessageHandler<T, THandler>(this IServiceCollection services)
        where T : IMessage
        where THandler : class, IMessageHandler<T>
    {
        services.AddSingleton<THandler>();
        return services.AddSingleton(new Receiver(
            T.Topic,
            (provider, id, body, ct) => provider.GetRequiredService<THandler>().HandleAsync(id, Read<T>(body), ct),
            !typeof(IBatchHandler<T>).IsAssignableFrom(typeof(THandler)) ? null : (provider, bodies, ct) =>
                ((IBatchHandler<T>)provider.GetRequiredService<THandler>()).HandleAsync([.. bodies.Select(Read<T>)], ct)));
    }

    private static T Read<T>(string body) => JsonSerializer.Deserialize<T>(body, Json.Options)!;

    internal static IServiceCollection AddOutbox<TContext>(this IServiceCollection services) where TContext : Persistence.ModuleDbContext
    {
        services.AddSingleton<OutboxSignal<TContext>>();
        services.AddSingleton<OutboxDispatcher<TContext>>();
        return services.AddHostedService<OutboxService<TContext>>();
    }
}
