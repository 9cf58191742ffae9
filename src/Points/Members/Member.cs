using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Points.Persistence;

namespace Tourism.Points.Members;

/// <summary>A person who collects points. The only row with personal data; the books know the member's id alone.</summary>
internal sealed class Member
{
    public long Seq { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Card { get; private set; } = "";

    /// <summary>Stands here and not with the operations: a hash of a name is personal data too and has to go with it.</summary>
    public string RequestHash { get; private set; } = "";

    public DateTime RegisteredAt { get; private set; }

    public static Member Of(Guid id, string name, string card, string requestHash, DateTime now) =>
        new() { Id = id, Name = name, Card = card, RequestHash = requestHash, RegisteredAt = now };

    private sealed class Mapping : IEntityTypeConfiguration<Member>
    {
        public void Configure(EntityTypeBuilder<Member> member)
        {
            member.ToTable(PointsDbContext.Prefix + "members");
            member.HasKey(row => row.Seq);
            member.HasIndex(row => row.Id).IsUnique();
            member.HasIndex(row => row.Card).IsUnique();
            member.Property(row => row.Name).HasMaxLength(100);
            member.Property(row => row.Card).HasMaxLength(CardToken.Length);
            member.Property(row => row.RequestHash).HasMaxLength(64);
        }
    }
}
