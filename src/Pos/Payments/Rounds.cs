using System.Threading.Channels;

namespace Tourism.Pos.Payments;

/// <summary>Work that looks for whatever is due. Every item is taken under a lease in the database, so several hosts may walk it at once.</summary>
internal interface IRound
{
    /// <summary>Does what is due now; returns how much that was.</summary>
    Task<int> RunAsync(CancellationToken ct);
}

/// <summary>Wakes <typeparamref name="T"/> on this host after a commit; other hosts find the work at their next look.</summary>
internal sealed class Bell<T>(TimeProvider clock) where T : IRound
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rung.Writer.TryWrite(true);

    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(_rung.Reader.ReadAsync(limit.Token).AsTask(), Task.Delay(atMost, clock, limit.Token));
        await limit.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }
}

/// <summary>Walks <typeparamref name="T"/> for as long as the host runs.</summary>
internal sealed partial class RoundService<T>(T round, Bell<T> bell, ILogger<RoundService<T>> log) : BackgroundService where T : IRound
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await round.RunAsync(stoppingToken) == 0)
                    await bell.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                Stalled(log, typeof(T).Name, error);
                await bell.WaitAsync(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The round {Round} broke off")]
    private static partial void Stalled(ILogger log, string round, Exception error);
}

internal static class RoundServices
{
    public static IServiceCollection AddRound<T>(this IServiceCollection services) where T : class, IRound => services
        .AddSingleton<T>().AddSingleton<Bell<T>>().AddHostedService<RoundService<T>>();
}
