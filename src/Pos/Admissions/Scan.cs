using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Somebody showed a ticket at a gate. Refusals are kept too: they tell of mistakes and of fraud.</summary>
internal sealed class Scan
{
    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required string RequestHash { get; init; }

    public required string Gate { get; init; }

    /// <summary>The ticket shown; <c>null</c> when it was none of ours.</summary>
    public Guid? Ticket { get; init; }

    public required ScanOutcome Outcome { get; init; }

    public required int Admitted { get; init; }

    /// <summary>These people went out, or wanted to.</summary>
    public bool Leaving { get; init; }

    public int WentOut { get; init; }

    /// <summary>Of those let in, how many had gone out the same day; of those who went out, how many may come in again.</summary>
    public int Again { get; init; }

    public ScanDirection Direction => Leaving ? ScanDirection.Out : ScanDirection.In;

    /// <summary>People who went in or out.</summary>
    public int Moved => Admitted + WentOut;

    public int Remaining { get; init; }

    public DateTime? LastUsedAt { get; init; }

    public string? LastUsedGate { get; init; }

    public bool SaleAwaited { get; init; }

    /// <summary>A gate that was alone decided this; the server only recorded it.</summary>
    public bool Happened { get; init; }

    /// <summary>A gate that was alone let in people whom the ticket does not hold.</summary>
    public bool Conflict { get; init; }

    public required string By { get; init; }

    /// <summary>The enrolled device it was made on.</summary>
    public Guid? Device { get; init; }

    public required DateTime OccurredAt { get; init; }

    public required DateTime RecordedAt { get; init; }

    /// <summary>A gate that was alone is asked for its time, but it cannot have been later than its report.</summary>
    public DateTime UsedAt => Happened && OccurredAt < RecordedAt ? OccurredAt : RecordedAt;

    public ScanView View() => new(Id, Outcome, Admitted, Remaining, LastUsedAt, LastUsedGate, SaleAwaited: SaleAwaited, Conflict: Conflict, WentOut: WentOut, Again: Again);

    internal sealed class Mapping : IEntityTypeConfiguration<Scan>
    {
        public void Configure(EntityTypeBuilder<Scan> scan)
        {
            scan.ToTable("pos_scan");
            scan.HasKey(row => row.Seq);
            scan.HasIndex(row => row.Id).IsUnique();
            scan.HasIndex(row => row.Ticket);
            scan.Property(row => row.RequestHash).HasMaxLength(64).IsFixedLength();
        }
    }
}

/// <summary>A scan was taken back: its people may enter again.</summary>
internal sealed class ScanUndo
{
    public long Seq { get; private set; }

    public required Guid Scan { get; init; }

    public required string By { get; init; }

    public required DateTime RecordedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ScanUndo>
    {
        public void Configure(EntityTypeBuilder<ScanUndo> undo)
        {
            undo.ToTable("pos_scan_undo");
            undo.HasKey(row => row.Seq);
            undo.HasIndex(row => row.Scan).IsUnique();
        }
    }
}
