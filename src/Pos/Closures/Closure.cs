using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Closures;

/// <summary>A site that had to close, and what was decided for the tickets it left unused.</summary>
internal sealed class Closure : IVersioned
{
    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required string Site { get; init; }

    public required ClosureReason Reason { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    public required DateTime ClosedAt { get; init; }

    public required string ClosedBy { get; init; }

    public DateTime? ReopenedAt { get; private set; }

    public string? ReopenedBy { get; private set; }

    public RemedyKind? Remedy { get; private set; }

    public DateOnly? LastDay { get; private set; }

    public string? ProposedBy { get; private set; }

    public DateTime? ProposedAt { get; private set; }

    public string? ConfirmedBy { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }

    public long Version { get; private set; }

    public bool IsConfirmed => ConfirmedAt is not null;

    public ClosureNoticeView Notice => new(Reason, From, Until);

    public bool Covers(DateOnly day) => ReopenedAt is null && Notice.Covers(day);

    public void Reopen(string by, DateTime now) => (ReopenedBy, ReopenedAt) = (by, now);

    public void Propose(RemedyRequest remedy, string by, DateTime now) =>
        (Remedy, LastDay, ProposedBy, ProposedAt) = (remedy.Kind, remedy.LastDay, by, now);

    public void Confirm(string by, DateTime now) => (ConfirmedBy, ConfirmedAt) = (by, now);

    internal sealed class Mapping : IEntityTypeConfiguration<Closure>
    {
        public void Configure(EntityTypeBuilder<Closure> closure)
        {
            closure.ToTable("pos_closure");
            closure.HasKey(row => row.Seq);
            closure.HasIndex(row => row.Id).IsUnique();
            closure.HasIndex(row => new { row.Site, row.From });
            closure.Ignore(row => row.IsConfirmed);
            closure.Ignore(row => row.Notice);
        }
    }
}

/// <summary>How far a remedy has come with one ticket.</summary>
internal enum RemedyState
{
    Waiting,
    Done,
    AtCounter,
    Failed,
}

/// <summary>One ticket of a confirmed remedy. The list is fixed by the confirmation, so that what was confirmed is what is done.</summary>
internal sealed class RemedyTicket : IVersioned
{
    public long Seq { get; private set; }

    public required Guid Closure { get; init; }

    public required Guid Ticket { get; init; }

    /// <summary>Name of the refund, so that doing it again gives back nothing more.</summary>
    public required Guid Refund { get; init; }

    public RemedyState State { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public long Version { get; private set; }

    public void End(RemedyState state, DateTime now) => (State, EndedAt) = (state, now);

    internal sealed class Mapping : IEntityTypeConfiguration<RemedyTicket>
    {
        public void Configure(EntityTypeBuilder<RemedyTicket> ticket)
        {
            ticket.ToTable("pos_remedy_ticket");
            ticket.HasKey(row => row.Seq);
            ticket.HasIndex(row => new { row.Closure, row.Ticket }).IsUnique();
            ticket.HasIndex(row => new { row.State, row.Seq });
        }
    }
}
