using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Kernel.Server.Outbox;

/// <summary>Delivers for as long as the host runs: at once after a commit of this host, within a second after one of another host.</summary>
internal sealed partial class OutboxService<TContext>(
    OutboxDispatcher<TContext> dispatcher, OutboxSignal<TContext> signal, ILogger<OutboxService<TContext>> log) : BackgroundService
    where TContext : ModuleDbContext
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>What is said meanwhile is delivered together; a message after a quiet moment does not wait.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var delivered = await dispatcher.DeliverDueAsync(stoppingToken);
                if (delivered == 0)
                    await signal.WaitAsync(Look, stoppingToken);
                else if (delivered < OutboxDispatcher<TContext>.Batch)
                    await Task.Delay(Breath, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                Stalled(log, typeof(TContext).Name, error);
                await Task.Delay(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox of {Module} could not be read")]
    private static partial void Stalled(ILogger log, string module, Exception error);
}
