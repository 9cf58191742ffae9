using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Points.Persistence;

namespace Tourism.Points.Programmes;

/// <summary>One version of a programme's rules. A change of rules is a new row; lots keep the version they were granted under.</summary>
internal sealed class Programme
{
    public const int MaxCode = 40;

    public long Seq { get; private set; }

    public string Code { get; private set; } = "";

    public int RuleVersion { get; private set; }

    public LocalText Name { get; private set; } = null!;

    public string Issuer { get; private set; } = "";

    public bool IsPaid { get; private set; }

    public ExpiryRule Expiry { get; private set; }

    /// <summary>The article of the city's rules that <see cref="Expiry"/> rests on.</summary>
    public string Article { get; private set; } = "";

    public DateTime RecordedAt { get; private set; }

    public static Programme Of(ProgrammeData data, DateTime now) => new()
    {
        Code = data.Code,
        RuleVersion = data.RuleVersion,
        Name = data.Name,
        Issuer = data.Issuer,
        IsPaid = data.IsPaid,
        Expiry = data.Expiry,
        Article = data.Article,
        RecordedAt = now,
    };

    public bool Says(ProgrammeData data) =>
        (Name, Issuer, IsPaid, Expiry, Article) == (data.Name, data.Issuer, data.IsPaid, data.Expiry, data.Article);

    private sealed class Mapping : IEntityTypeConfiguration<Programme>
    {
        public void Configure(EntityTypeBuilder<Programme> programme)
        {
            programme.ToTable(PointsDbContext.Prefix + "programmes");
            programme.HasKey(row => row.Seq);
            programme.HasIndex(row => new { row.Code, row.RuleVersion }).IsUnique();
            programme.Property(row => row.Code).HasMaxLength(MaxCode);
        }
    }
}
