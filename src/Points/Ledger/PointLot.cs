using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Points.Persistence;
using Tourism.Points.Programmes;

namespace Tourism.Points.Ledger;

/// <summary>Points of one grant, with their own last day. Its <see cref="Id"/> is that of the grant.</summary>
internal sealed class PointLot
{
    public long Seq { get; private set; }

    public Guid Id { get; private set; }

    public Guid Member { get; private set; }

    public string Programme { get; private set; } = "";

    public int RuleVersion { get; private set; }

    /// <summary>Year of the budget line that paid.</summary>
    public int FiscalYear { get; private set; }

    public string Issuer { get; private set; } = "";

    /// <summary>Bought points would be a prepaid instrument (Payment Services Act, ch. 2), given ones are not: every lot says which.</summary>
    public bool IsPaid { get; private set; }

    public PointAmount Granted { get; private set; }

    public PointAmount Remaining { get; private set; }

    public PointAmount Held { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day of use, in Japan.</summary>
    public DateOnly ExpiresOn { get; private set; }

    public DateTime GrantedAt { get; private set; }

    public string Evidence { get; private set; } = "";

    public PointAmount Free => Remaining - Held;

    public static PointLot Of(Operation grant, Programme programme, Guid member, PointAmount points, string evidence)
    {
        var today = BusinessDate.Of(grant.RecordedAt);
        return new PointLot
        {
            Id = grant.Id,
            Member = member,
            Programme = programme.Code,
            RuleVersion = programme.RuleVersion,
            FiscalYear = BusinessDate.FiscalYear(today),
            Issuer = programme.Issuer,
            IsPaid = programme.IsPaid,
            Granted = points,
            Remaining = points,
            ValidFrom = today,
            ExpiresOn = programme.Expiry.LastDay(today),
            GrantedAt = grant.RecordedAt,
            Evidence = evidence,
        };
    }

    public void Pin(PointAmount points) => Held += points;

    public void Unpin(PointAmount points) => Held -= points;

    public void Return(PointAmount points) => Remaining += points;

    public void Consume(PointAmount points) => (Held, Remaining) = (Held - points, Remaining - points);

    private sealed class Mapping : IEntityTypeConfiguration<PointLot>
    {
        public void Configure(EntityTypeBuilder<PointLot> lot)
        {
            lot.ToTable(PointsDbContext.Prefix + "lots", table => table.HasCheckConstraint(
                "CK_points_lots_bounds", "\"Held\" >= 0 AND \"Held\" <= \"Remaining\" AND \"Remaining\" <= \"Granted\" AND \"Granted\" > 0"));
            lot.HasKey(row => row.Seq);
            lot.HasIndex(row => row.Id).IsUnique();
            lot.HasIndex(row => new { row.Member, row.ExpiresOn });
            lot.HasOne<Wallet>().WithMany().HasForeignKey(row => row.Member).HasPrincipalKey(wallet => wallet.Member).OnDelete(DeleteBehavior.Restrict);
            lot.HasOne<BudgetLine>().WithMany().HasForeignKey(row => new { row.Programme, row.FiscalYear })
                .HasPrincipalKey(line => new { line.Programme, line.FiscalYear }).OnDelete(DeleteBehavior.Restrict);
            lot.Property(row => row.Programme).HasMaxLength(Programmes.Programme.MaxCode);
        }
    }
}
