using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Persistence;

namespace Tourism.Points.Ledger;

/// <summary>A member's place in the books, apart from the person so that erasing a name leaves the books whole.</summary>
internal sealed class Wallet : IVersioned
{
    public long Seq { get; private set; }

    public Guid Member { get; private set; }

    /// <summary>Sum of what the lots have left, lapsed ones included: only the lots and the date tell what can be spent.</summary>
    public PointAmount Balance { get; private set; }

    public PointAmount Held { get; private set; }

    public long Version { get; private set; }

    public static Wallet Of(Guid member) => new() { Member = member };

    public void Receive(PointAmount points) => Balance += points;

    public void Hold(PointAmount points) => Held += points;

    public void Release(PointAmount points) => Held -= points;

    public void Spend(PointAmount points) => (Held, Balance) = (Held - points, Balance - points);

    private sealed class Mapping : IEntityTypeConfiguration<Wallet>
    {
        public void Configure(EntityTypeBuilder<Wallet> wallet)
        {
            wallet.ToTable(PointsDbContext.Prefix + "wallets", table =>
                table.HasCheckConstraint("CK_points_wallets_bounds", "\"Held\" >= 0 AND \"Held\" <= \"Balance\""));
            wallet.HasKey(row => row.Seq);
            wallet.HasAlternateKey(row => row.Member);
        }
    }
}
