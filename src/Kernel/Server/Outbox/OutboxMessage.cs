using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tourism.Kernel.Server.Outbox;

/// <summary>Where a message stands.</summary>
public enum OutboxState
{
    /// <summary>To be delivered, now or at its next try.</summary>
    Pending,

    /// <summary>Taken in by its receiver.</summary>
    Delivered,

    /// <summary>Failed too often: it and its key wait for a person.</summary>
    Dead,
}

/// <summary>A fact on its way to another module, stored in the same transaction as the state it tells of.</summary>
internal sealed class OutboxMessage
{
    public long Seq { get; private set; }

    public Guid Id { get; private set; }

    public string Topic { get; private set; } = "";

    public string Key { get; private set; } = "";

    public string Body { get; private set; } = "";

    public DateTime SentAt { get; private set; }

    public OutboxState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Not before this instant; also the end of the lease of the host that is delivering it.</summary>
    public DateTime NextTryAt { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>As read, once a host has taken it until <paramref name="lease"/>.</summary>
    public void TakenUntil(DateTime lease) => NextTryAt = lease;

    public static OutboxMessage Of<T>(string key, T message, DateTime now) where T : IMessage => new()
    {
        Id = Guid.CreateVersion7(now),
        Topic = T.Topic,
        Key = key,
        Body = JsonSerializer.Serialize(message, Json.Options),
        SentAt = now,
        NextTryAt = now,
    };

    public static void Map(EntityTypeBuilder<OutboxMessage> outbox, string prefix)
    {
        outbox.ToTable(prefix + "outbox");
        outbox.HasKey(row => row.Seq);
        outbox.HasIndex(row => row.Id).IsUnique();
        // What is due, in the order of the dispatcher; and whether a key has something older.
        outbox.HasIndex(row => new { row.State, row.NextTryAt, row.Seq });
        outbox.HasIndex(row => new { row.State, row.Key, row.Seq });
        outbox.Property(row => row.Body).HasMaxLength(-1);
        outbox.Property(row => row.LastError).HasMaxLength(1000);
    }
}
