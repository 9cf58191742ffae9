using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tourism.Analytics.Intake;

/// <summary>A sale as it arrived. It waits here until a load takes it into the lake.</summary>
internal sealed class ReceivedSale
{
    public long Seq { get; private set; }

    /// <summary>The sale.</summary>
    public Guid Id { get; private set; }

    public DateTime ReceivedAt { get; private set; }

    /// <summary>The message as JSON, for columns that a later lake may want.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Number of the load that took it; <c>null</c> while it waits. A state and not a watermark, so a late commit is not passed over.</summary>
    public long? Load { get; private set; }

    public static ReceivedSale Of(Guid sale, string body, DateTime now) => new() { Id = sale, Body = body, ReceivedAt = now };

    internal sealed class Mapping : IEntityTypeConfiguration<ReceivedSale>
    {
        public void Configure(EntityTypeBuilder<ReceivedSale> fact)
        {
            fact.ToTable("analytics_sale_fact");
            fact.HasKey(row => row.Seq);
            fact.HasIndex(row => row.Id).IsUnique();
            fact.HasIndex(row => new { row.Load, row.Seq });
            fact.Property(row => row.Body).HasMaxLength(-1);
        }
    }
}
