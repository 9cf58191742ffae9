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

/// <summary>A message to a receiver that takes many at once.</summary>
internal sealed record Shouted(string What) : IMessage
{
    public static string Topic => "test.shouted.v1";
}

/// <summary>Remembers what came together. Cannot stand what is called "bad".</summary>
internal sealed class Crowd : IBatchHandler<Shouted>
{
    private readonly ConcurrentQueue<IReadOnlyList<string>> _heard = new();

    public bool Hangs { get; set; }

    public IReadOnlyList<IReadOnlyList<string>> Heard => [.. _heard];

    public async Task<Delivery> HandleAsync(Guid id, Shouted message, CancellationToken ct)
    {
        Hangs = false;
        await HandleAsync([message], ct);
        return Delivery.Done;
    }

    public Task HandleAsync(IReadOnlyList<Shouted> messages, CancellationToken ct)
    {
        if (messages.Any(message => message.What == "bad"))
            throw new FormatException("cannot read");
        if (Hangs)
            return Task.Delay(Timeout.Infinite, CancellationToken.None);
        _heard.Enqueue([.. messages.Select(message => message.What)]);
        return Task.CompletedTask;
    }
}
