using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Pos.Admissions;

/// <summary>A party's right to enter, and how much of it is used.</summary>
internal sealed class Ticket : IVersioned
{
    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required Guid Sale { get; init; }

    public required string Site { get; init; }

    public required string Code { get; init; }

    public required int People { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    public int Admitted { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    public string? LastUsedGate { get; private set; }

    public long Version { get; private set; }

    public int Remaining => People - Admitted;

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
