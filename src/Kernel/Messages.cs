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
