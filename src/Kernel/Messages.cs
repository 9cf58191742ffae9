namespace Tourism.Kernel;

/// <summary>A fact that one module tells another through its outbox: at least once, in order per key.</summary>
public interface IMessage
{
    /// <summary>Stable name and version of the message, for example <c>analytics.sale.v1</c>. Stored with every row.</summary>
    static abstract string Topic { get; }
}

/// <summary>What the receiving module did with a message.</summary>
public enum Delivery
{
    /// <summary>Taken in, now or at an earlier delivery.</summary>
    Done,

    /// <summary>What it refers to has not arrived yet: ask again later, without counting an attempt.</summary>
    Parked,
}

/// <summary>The receiving side of a message. Must give the same outcome when a message comes twice; a throw is an attempt.</summary>
public interface IMessageHandler<in T> where T : IMessage
{
    /// <summary>Takes <paramref name="message"/> in, in a transaction of the receiver's own.</summary>
    /// <param name="id">The sender's id for the message, the same at every delivery.</param>
    /// <param name="message">The fact.</param>
    /// <param name="ct">Ends with the host.</param>
    Task<Delivery> HandleAsync(Guid id, T message, CancellationToken ct);
}

/// <summary>A receiver that can take many messages in at once. One it cannot take in makes the whole batch fail.</summary>
public interface IBatchHandler<T> : IMessageHandler<T> where T : IMessage
{
    /// <summary>
    /// Takes all of <paramref name="messages"/> in, in one transaction, or none of them and throws: then each comes alone. No two of
    /// them share a key, so their order says nothing.
    /// </summary>
    Task HandleAsync(IReadOnlyList<T> messages, CancellationToken ct);
}
