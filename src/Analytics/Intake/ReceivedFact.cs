using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tourism.Analytics.Intake;

/// <summary>A sale or refund as it arrived. It waits here until a load takes it into the lake.</summary>
internal sealed class ReceivedFact
{
    public long Seq { get; private set; }

    /// <summary>The sale or the refund.</summary>
    public Guid Id { get; private set; }

    /// <summary>What it is: the topic it came by; <c>null</c> for a sale of the time when there was nothing else.</summary>
    public string? Topic { get; private set; }

    public DateTime ReceivedAt { get; private set; }

    /// <summary>The message as JSON, for columns that a later lake may want.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Number of the load that took it; <c>null</c> while it waits. A state and not a watermark, so a late commit is not passed over.</summary>
    public long? Load { get; private set; }

    public static ReceivedFact Of(string topic, Guid id, string body, DateTime now) => new() { Topic = topic, Id = id, Body = body, ReceivedAt = now };

    internal sealed class Mapping : IEntityTypeConfiguration<ReceivedFact>
    {
        public void Configure(EntityTypeBuilder<ReceivedFact> fact)
        {
            fact.ToTable("analytics_sale_fact");
            fact.HasKey(row => row.Seq);
            fact.HasIndex(row => row.Id).IsUnique();
            fact.HasIndex(row => new { row.Load, row.Seq });
            fact.Property(row => row.Topic).HasMaxLength(60);
            fact.Property(row => row.Body).HasMaxLength(-1);
        }
    }
}
