using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;

namespace Tourism.Pos.Catalogue;

/// <summary>What an issuer says from a day on, kept whole like a price list: a change in parts could be half a change.</summary>
internal sealed class IssuerChange
{
    public long Seq { get; private set; }

    public required DateOnly From { get; init; }

    /// <summary>JSON of <see cref="IssuerTerms"/>.</summary>
    public required string Document { get; init; }

    public static IssuerChange Of(DateOnly from, IssuerTerms terms) => new() { From = from, Document = JsonSerializer.Serialize(terms, Json.Options) };

    public IssuerTerms Read() => JsonSerializer.Deserialize<IssuerTerms>(Document, Json.Options)!;

    internal sealed class Mapping : IEntityTypeConfiguration<IssuerChange>
    {
        public void Configure(EntityTypeBuilder<IssuerChange> change)
        {
            change.ToTable("pos_issuer_change");
            change.HasKey(row => row.Seq);
            change.Property<long>("IssuerSeq");
            change.HasIndex("IssuerSeq", nameof(From)).IsUnique();
            change.Property(row => row.Document).HasMaxLength(-1);
        }
    }
}
