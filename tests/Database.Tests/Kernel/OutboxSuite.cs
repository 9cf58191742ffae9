using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel.Server.Outbox;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Kernel;

/// <summary>A test module whose messages go to one <see cref="Listener"/>.</summary>
public abstract class OutboxSuite(DatabaseFixture database) : KernelSuite(database)
{
    private protected OutboxDispatcher<TestDbContext> Dispatcher => DispatcherOf(Services);

    private protected static OutboxDispatcher<TestDbContext> DispatcherOf(IServiceProvider host) =>
        host.GetRequiredService<OutboxDispatcher<TestDbContext>>();

    /// <summary>Delivers until nothing is due any more.</summary>
    private protected async Task DeliverAllAsync()
    {
        while (await Dispatcher.DeliverDueAsync(Token) > 0)
        {
        }
    }

    private protected async Task<OutboxMessage> OnlyMessageAsync() => Assert.Single(await OutboxAsync());
}
