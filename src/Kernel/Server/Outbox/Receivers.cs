using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Tourism.Kernel.Server.Outbox;

internal sealed record Receiver(string Topic, Func<IServiceProvider, Guid, string, CancellationToken, Task<Delivery>> HandleAsync);

/// <summary>Who takes which message in.</summary>
public static class Receivers
{
    /// <summary>Registers <typeparamref name="THandler"/> as the only receiver of <typeparamref name="T"/>.</summary>
    public static IServiceCollection AddMessageHandler<T, THandler>(this IServiceCollection services)
        where T : IMessage
        where THandler : class, IMessageHandler<T>
    {
        services.AddSingleton<THandler>();
        return services.AddSingleton(new Receiver(T.Topic, (provider, id, body, ct) =>
            provider.GetRequiredService<THandler>().HandleAsync(id, JsonSerializer.Deserialize<T>(body, Json.Options)!, ct)));
    }

    internal static IServiceCollection AddOutbox<TContext>(this IServiceCollection services) where TContext : Persistence.ModuleDbContext
    {
        services.AddSingleton<OutboxSignal<TContext>>();
        services.AddSingleton<OutboxDispatcher<TContext>>();
        return services.AddHostedService<OutboxService<TContext>>();
    }
}
