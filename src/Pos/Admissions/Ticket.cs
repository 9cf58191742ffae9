using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>A party's right to enter, and how much of it is used.</summary>
internal sealed class Ticket : IVersioned
{
    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    /// <summary><c>null</c> while the sale of a till that was offline is still on its way.</summary>
    public Guid? Sale { get; private set; }

    public required string Site { get; init; }

    public required string Code { get; init; }

    public required int People { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; set; }

    public TicketStanding Standing { get; set; } = TicketStanding.Good;

    public int Admitted { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    public string? LastUsedGate { get; private set; }

    public long Version { get; private set; }

    public int Remaining => People - Admitted;

    public void Belongs(Guid sale) => Sale = Sale is null || Sale == sale ? sale : throw new InvalidOperationException($"Ticket {Id} belongs to sale {Sale}, not to {sale}.");

    public void Admit(int people, string gate, DateTime at)
    {
        if (people < 1 || people > Remaining)
            throw new ArgumentOutOfRangeException(nameof(people), people, $"Ticket {Id} can admit {Remaining}.");
        Admitted += people;
        (LastUsedAt, LastUsedGate) = (at, gate);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Ticket>
    {
        public void Configure(EntityTypeBuilder<Ticket> ticket)
        {
            ticket.ToTable("pos_ticket", table => table.HasCheckConstraint("CK_pos_ticket_admitted", "\"Admitted\" >= 0 AND \"Admitted\" <= \"People\""));
            ticket.HasKey(row => row.Seq);
            ticket.HasIndex(row => row.Id).IsUnique();
            ticket.HasIndex(row => row.Sale);
            ticket.Property(row => row.Code).HasMaxLength(1000);
        }
    }
}
