using System.Collections.Concurrent;
using Tourism.Kernel;

namespace Tourism.Database.Tests.Kernel;

/// <summary>A message to nobody in particular.</summary>
internal sealed record Told(string What) : IMessage
{
    public static string Topic => "test.told.v1";
}

/// <summary>A receiver that remembers what came and does as the test says.</summary>
internal sealed class Listener : IMessageHandler<Told>
{
    private readonly ConcurrentQueue<(Guid Id, string What)> _heard = new();

    public Func<string, CancellationToken, Task<Delivery>> Reaction { get; set; } = (_, _) => Task.FromResult(Delivery.Done);

    public IReadOnlyList<string> Heard => [.. _heard.Select(one => one.What)];

    public IReadOnlyList<Guid> Ids => [.. _heard.Select(one => one.Id)];

    public Task<Delivery> HandleAsync(Guid id, Told message, CancellationToken ct)
    {
        _heard.Enqueue((id, message.What));
        return Reaction(message.What, ct);
    }
}
