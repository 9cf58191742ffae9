using System.Threading.Channels;

namespace Tourism.Kernel.Server.Outbox;

/// <summary>Wakes this host's dispatcher after a commit, so that a message does not wait for the next look.</summary>
public sealed class OutboxSignal<TContext>(TimeProvider clock)
{
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    internal void Raise() => _raised.Writer.TryWrite(true);

    internal async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var raised = _raised.Reader.ReadAsync(timeout.Token).AsTask();
        await Task.WhenAny(raised, Task.Delay(atMost, clock, timeout.Token));
        await timeout.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }
}
