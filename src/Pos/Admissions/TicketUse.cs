using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>How far a ticket is used at one site, and where last.</summary>
internal sealed record TicketUse(SiteUseView People, DateTime? LastAt, string? LastGate)
{
    public static TicketUse None { get; } = new(SiteUseView.None, null, null);

    public int Admitted => People.Admitted;

    /// <summary><c>null</c> before the first use.</summary>
    public DateOnly? Day => People.Day == SiteUseView.None.Day ? null : People.Day;

    public TicketUse After(SiteUseView people, string gate, DateTime at) =>
        LastAt is null || LastAt <= at ? new(people, at, gate) : this with { People = people };

    /// <summary>What was the last use before the scan is so again, unless there was a later one. <c>null</c> when its people have gone on meanwhile.</summary>
    public TicketUse? Without(Scan scan) => People.Without(scan.Moved, scan.Again, scan.Direction, BusinessDate.Of(scan.UsedAt)) is not { } people
        ? null
        : LastAt == scan.UsedAt ? new(people, scan.LastUsedAt, scan.LastUsedGate) : this with { People = people };
}

/// <summary>Use of a combined ticket at one of its further sites.</summary>
internal sealed class TicketVisit
{
    public long Seq { get; private set; }

    public required string Site { get; init; }

    public int Admitted { get; private set; }

    public DateOnly? UseDay { get; private set; }

    public int InsideNow { get; private set; }

    public int OutNow { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    public string? LastUsedGate { get; private set; }

    public TicketUse Use
    {
        get => new(new SiteUseView(Admitted, UseDay ?? SiteUseView.None.Day, InsideNow, OutNow), LastUsedAt, LastUsedGate);
        set => (Admitted, UseDay, InsideNow, OutNow, LastUsedAt, LastUsedGate) =
            (value.Admitted, value.Day, value.People.Inside, value.People.Out, value.LastAt, value.LastGate);
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
