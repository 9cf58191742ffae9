using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Counting;

/// <summary>How many, and how much in all.</summary>
internal sealed record Tally(int Count, Yen Sum)
{
    public static Tally None { get; } = new(0, Yen.Zero);

    public Tally And(Yen amount) => new(Count + 1, Sum + amount);
}

/// <summary>A business day on which our books and the provider's were laid side by side.</summary>
internal sealed class MoneyDay
{
    public long Seq { get; private set; }

    public required DateOnly Day { get; init; }

    public required int OurPayments { get; init; }

    public required Yen OurSum { get; init; }

    public required int TheirPayments { get; init; }

    public required Yen TheirSum { get; init; }

    public required int OurRefunds { get; init; }

    public required Yen OurRefunded { get; init; }

    public required int TheirRefunds { get; init; }

    public required Yen TheirRefunded { get; init; }

    public required DateTime ComparedAt { get; init; }

    public MoneyDayView View => new(
        Day, new(OurPayments, OurSum), new(TheirPayments, TheirSum), new(OurRefunds, OurRefunded), new(TheirRefunds, TheirRefunded), ComparedAt);

    internal sealed class Mapping : IEntityTypeConfiguration<MoneyDay>
    {
        public void Configure(EntityTypeBuilder<MoneyDay> day)
        {
            day.ToTable("pos_money_day");
            day.HasKey(row => row.Seq);
            day.HasIndex(row => row.Day).IsUnique();
            day.Ignore(row => row.View);
        }
    }
}
