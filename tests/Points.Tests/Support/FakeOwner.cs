using System.Collections.Concurrent;
using Tourism.Points.Contracts;

namespace Tourism.Points.Tests.Support;

/// <summary>The sales module, saying what the test lets it say, and the same thing of every sale it has not been told of.</summary>
public sealed class FakeOwner(HoldVerdict otherwise = HoldVerdict.Keep) : IHoldOwner
{
    private readonly ConcurrentDictionary<Guid, Func<HoldVerdict>> _verdicts = [];

    public ConcurrentQueue<Guid> Asked { get; } = [];

    public void Say(Guid hold, HoldVerdict verdict) => _verdicts[hold] = () => verdict;

    public void Fail(Guid hold) => _verdicts[hold] = () => throw new TimeoutException("The sales module does not answer.");

    public Task<HoldVerdict> AskAsync(Guid hold, Guid owner, CancellationToken ct)
    {
        Asked.Enqueue(hold);
        return Task.FromResult(_verdicts.TryGetValue(hold, out var verdict) ? verdict() : otherwise);
    }
}
