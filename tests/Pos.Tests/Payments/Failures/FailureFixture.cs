using Tourism.Pos.Audit;
using Tourism.Pos.Payments.Readers;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Refunds;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>One counter with two card readers for a whole class; each case brings its own sale.</summary>
public sealed class FailureFixture : IAsyncLifetime
{
    internal CounterHost Counter { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Counter = await CounterHost.StartAsync(services =>
        {
            InProcessServer.Use(services);
            Life.Watch(services);
        });
        await PlaceReadersAsync(Counter);
    }

    public ValueTask DisposeAsync() => Counter.DisposeAsync();

    internal static async Task PlaceReadersAsync(CounterHost counter)
    {
        foreach (var reader in new[] { Scene.Reader, Scene.OtherReader })
            Assert.True((await counter.Host.Get<KeepReader>().PutAsync(reader, new CardReaderRequest(CounterHost.Site, reader[^1..]), new Actor("admin"), CancellationToken.None)).Ok);
    }
}
