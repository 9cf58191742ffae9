using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tourism.Pos.Admissions;

/// <summary>How far a ticket is used at one site.</summary>
internal readonly record struct TicketUse(int Admitted, DateTime? LastAt, string? LastGate)
{
    public TicketUse After(int people, string gate, DateTime at) =>
        LastAt is null || LastAt <= at ? new(checked(Admitted + people), at, gate) : this with { Admitted = checked(Admitted + people) };

    /// <summary>What was the last use before the scan is so again, unless there was a later one.</summary>
    public TicketUse Without(Scan scan) =>
        LastAt == scan.UsedAt ? new(Admitted - scan.Admitted, scan.LastUsedAt, scan.LastUsedGate) : this with { Admitted = Admitted - scan.Admitted };
}

/// <summary>Use of a combined ticket at one of its further sites.</summary>
internal sealed class TicketVisit
{
    public long Seq { get; private set; }

    public required string Site { get; init; }

    public int Admitted { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    public string? LastUsedGate { get; private set; }

    public TicketUse Use
    {
        get => new(Admitted, LastUsedAt, LastUsedGate);
        set => (Admitted, LastUsedAt, LastUsedGate) = value;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<TicketVisit>
    {
        public void Configure(EntityTypeBuilder<TicketVisit> visit)
        {
            visit.ToTable("pos_ticket_visit");
            visit.HasKey(row => row.Seq);
            visit.Property<long>("TicketSeq");
            visit.HasIndex("TicketSeq", nameof(TicketVisit.Site)).IsUnique();
            visit.Ignore(row => row.Use);
        }
    }
}
