using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Counting;

/// <summary>What one look found.</summary>
/// <param name="Kind">How the two sides differ.</param>
/// <param name="Subject">The provider's id, or ours where the provider has none.</param>
/// <param name="Ours">In our books; <c>null</c> when we have nothing.</param>
/// <param name="Theirs">At the provider; <c>null</c> when it has nothing.</param>
internal sealed record Finding(MoneyDifferenceKind Kind, string Subject, Yen? Ours, Yen? Theirs)
{
    /// <summary>The payment it is about, if it is known.</summary>
    public Guid? Payment { get; init; }
}

/// <summary>Something on which our books and the provider's do not agree, or did not until the machine mended it. One row per subject and kind.</summary>
internal sealed class MoneyDifference : IVersioned
{
    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required MoneyDifferenceKind Kind { get; init; }

    public required string Subject { get; init; }

    public required DateOnly Day { get; init; }

    public Guid? Payment { get; init; }

    public required DateTime FoundAt { get; init; }

    public Yen? Ours { get; private set; }

    public Yen? Theirs { get; private set; }

    /// <summary>When it was gone by itself.</summary>
    public DateTime? MendedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public string? ClosedBy { get; private set; }

    public string? Note { get; private set; }

    public long Version { get; private set; }

    public bool IsOpen => MendedAt is null && ClosedAt is null;

    public static MoneyDifference Of(Finding found, DateOnly day, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now), Kind = found.Kind, Subject = found.Subject, Day = day, Payment = found.Payment, FoundAt = now,
    };

    /// <summary>Found, the first time or again. What a person closed stays closed.</summary>
    public void See(Finding found, bool mended, DateTime now)
    {
        if (ClosedAt is not null)
            return;
        (Ours, Theirs) = (found.Ours, found.Theirs);
        MendedAt = mended ? MendedAt ?? now : null;
    }

    public void Mend(DateTime now) => MendedAt = IsOpen ? now : MendedAt;

    public void Close(string by, string note, DateTime now) => (ClosedAt, ClosedBy, Note) = (now, by, note);

    internal sealed class Mapping : IEntityTypeConfiguration<MoneyDifference>
    {
        public void Configure(EntityTypeBuilder<MoneyDifference> difference)
        {
            difference.ToTable("pos_money_difference");
            difference.HasKey(row => row.Seq);
            difference.HasIndex(row => row.Id).IsUnique();
            difference.HasIndex(row => new { row.Subject, row.Kind }).IsUnique();
            difference.HasIndex(row => new { row.ClosedAt, row.MendedAt });
            difference.Property(row => row.Note).HasMaxLength(Cases.DecideCase.MaxNote);
            difference.Ignore(row => row.IsOpen);
        }
    }
}
