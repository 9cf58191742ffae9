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

    public Guid? Ticket { get; init; }

    public required ScanOutcome Outcome { get; init; }

    public required int Admitted { get; init; }

    public required int Remaining { get; init; }

    public DateTime? LastUsedAt { get; init; }

    public string? LastUsedGate { get; init; }

    public required string By { get; init; }

    public required DateTime OccurredAt { get; init; }

    public required DateTime RecordedAt { get; init; }

    public ScanView View() => new(Id, Outcome, Admitted, Remaining, LastUsedAt, LastUsedGate);

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
